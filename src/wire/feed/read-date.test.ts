import assert from "node:assert/strict";
import { test } from "node:test";
import { readDate } from "./read-date.ts";

const read: Readonly<Record<string, string>> = {
  "Thu, 01 Jan 2004 19:48:21 GMT": "2004-01-01T19:48:21.000Z",
  "Thu, 01 Jan 04 19:48 EST": "2004-01-02T00:48:00.000Z",
  "Thu, 9 Feb 2006 21:25:45 -0234": "2006-02-09T23:59:45.000Z",
  "Thu(oh (how) I hate thursdays), 9(th) Feb(ruary) 2006 23:59:45 +0000(GMT)": "2006-02-09T23:59:45.000Z",
  "2003-12-31T10:14:55-08:00": "2003-12-31T18:14:55.000Z",
  "2003-12-31t10:14:55.25z": "2003-12-31T10:14:55.250Z",
  "2003-12": "2003-12-01T00:00:00.000Z",
  "2003": "2003-01-01T00:00:00.000Z",
  "2003-335": "2003-12-01T00:00:00.000Z",
  "20031231T101455Z": "2003-12-31T10:14:55.000Z",
  "2003-07-01 T 01:55:07-05:00": "2003-07-01T06:55:07.000Z",
  "Thu Jan  1 19:48:21 2004": "2004-01-01T19:48:21.000Z",
  "January 3, 2004 10:00 PM EST": "2004-01-04T03:00:00.000Z",
  "2004년 05월 28일  01:31:15": "2004-05-28T01:31:15.000Z",
  "2004-05-25 오후 11:23:17": "2004-05-25T23:23:17.000Z",
  "Κυρ, 11 Ιούλ 2004 12:00:00 EST": "2004-07-11T17:00:00.000Z",
  "2004-július-13T9:15-05:00": "2004-07-13T14:15:00.000Z",
  "mardi, 3 février 2019 10:00:00 GMT": "2019-02-03T10:00:00.000Z",
  "12.02.2020 12:30": "2020-02-12T12:30:00.000Z",
  "1083063600": "2004-04-27T11:00:00.000Z",
  "Tue, 31 Dec 2003 24:00:00 GMT": "2004-01-01T00:00:00.000Z",
  "Sat, 31 Dec 2016 23:59:60 GMT": "2017-01-01T00:00:00.000Z",
  "9999-12-31T00:00:00Z": "9999-12-31T00:00:00.000Z",
  "Sun, 09 Feb 1806 23:59:45 +0000": "1806-02-09T23:59:45.000Z",
};
for (const [written, instant] of Object.entries(read))
  test(`"${written}" is ${instant}`, () => {
    const found = readDate(written);
    assert.equal(found === null ? null : new Date(found).toISOString(), instant);
  });

for (const written of [
  "",
  "soon",
  "29 Feb 2003 10:00 GMT",
  "03/04/2005",
  "2003-07-32T15:51:30Z",
  "2003-07-01T25:51:30Z",
  "x".repeat(10_000),
])
  test(`"${written.slice(0, 30)}" is no date, and no exception`, () => assert.equal(readDate(written), null));
