import { isRecord } from "../json-copy.ts";

/** What an answer of the content API holds: stories, or a reason why there is none in it. Null: not the Guardian's. */
export type GuardianAnswer = { readonly stories: readonly unknown[] } | { readonly no: string };

type Json = Readonly<Record<string, unknown>>;

export function readAnswer(json: unknown): GuardianAnswer | null {
  if (!isRecord(json)) return null;
  const response = json["response"];
  if (isRecord(response))
    return "status" in response || "content" in response ? readResponse(response) : null;
  if (isStory(json)) return { stories: [json] };
  if (isOfTheApi(json)) return { no: `This is a ${nameOf(json)} of the Guardian, not a story.` };
  return isCollection(json) ? { no: "This is a collection of the Guardian's fronts, not a story." } : null;
}

function readResponse(response: Json): GuardianAnswer {
  if (response["status"] !== "ok" && response["status"] !== undefined)
    return {
      no: `The Guardian answered with an error${said(response["message"])}; there is no story in it.`,
    };
  const lists = [response["content"], response["results"], response["leadContent"]].flat();
  const stories = lists.filter((each) => isRecord(each) && isStory(each));
  if (stories.length > 0) return { stories };
  const other = lists.find(isRecord);
  if (other === undefined) return { no: "The Guardian's answer holds no story." };
  return {
    no: `The Guardian's answer lists ${isOfTheApi(other) ? `its ${nameOf(other)}s` : "other things"}, no story.`,
  };
}

const said = (message: unknown) =>
  typeof message === "string" && message !== "" ? ` (“${message.slice(0, 120)}”)` : "";

const isOfTheApi = (json: Json) =>
  typeof json["webTitle"] === "string" &&
  typeof json["id"] === "string" &&
  ("apiUrl" in json || "webUrl" in json);

const kinds = /^(?:article|liveblog|gallery|interactive|picture|video|crossword|audio)$/;

const isStory = (json: Json) =>
  isOfTheApi(json) &&
  ("webPublicationDate" in json ||
    [json["type"], json["typeName"]].some((kind) => typeof kind === "string" && kinds.test(kind)));

const nameOf = (json: Json) => ("type" in json || "typeName" in json ? "tag" : "section");

const isCollection = (json: Json) =>
  Array.isArray(json["live"]) && "lastUpdated" in json && "updatedBy" in json;
