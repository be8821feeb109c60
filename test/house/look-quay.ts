import type { Body } from "../../src/story/body.ts";
import { aBody, h2, line, p } from "./a-body.ts";

const cell = (text: string, head = false) =>
  ({ type: "table_cell", attrs: { head, across: 1, down: 1 }, content: line(text) }) as const;
const tableRow = (name: string, ...figures: string[]) => ({
  type: "table_row" as const,
  content: [cell(name, true), ...figures.map((each) => cell(each))],
});

/** The lead story of the look: nearly every kind of block is in it. */
export const quayBody: Body = aBody(
  p(
    "The Saltmere harbour board will close three of the six berths on the eastern quay from Saturday morning, after a survey found that the wall that holds them up has begun to move towards the water.",
  ),
  p(
    "The board voted nine to two to accept its engineers’ advice, in a meeting that ran for five hours and was held mostly in public. Ships bound for berths four, five and six will be sent across the estuary to Vanholm until at least the end of March.",
  ),
  p(
    "“We are not describing a collapse,” the harbour master, Ruth Adeyemi-Holt, told members. “We are describing a wall that has told us something, and a board that would be foolish not to listen.”",
  ),
  p(
    "The survey, carried out by the engineers Penhallow & Strand and [published in full on Wednesday night](https://harbour.example/survey), put 62 markers along 840 metres of the quay. Forty-one have not moved. The rest, all of them east of the old grain berth, have shifted by between 4 and 11 millimetres since June, and more than half of that movement came after [the storm of 14 October](/news/2026/10/16/storm).",
  ),
  h2("What closes, and when"),
  p(
    "Berth four closes at 06.00 on Saturday, berths five and six a day later, once the *Marta Lindgren* and the *Halcyon Reach*, now loading, have sailed. The passenger ferry to Marrow Island keeps its berth. Cranes four and five will be parked inland of the tie rods, which takes about 300 tonnes off the edge of the wall.",
  ),
  p("The board said it would reopen the berths one at a time, and only when:"),
  {
    type: "list",
    attrs: { ordered: false, start: 1 },
    content: [
      "no marker has moved more than 1 millimetre in 28 consecutive days;",
      "divers have found no loss of material at the foot of the wall; and",
      "a second engineer, named by the insurer, agrees in writing.",
    ].map((text) => ({ type: "list_item", content: [p(text)] })),
  },
  p(
    "Vanholm, on the north shore, has room. Its two deepwater berths have run at less than half their capacity since the paper mill closed in 2023, and its port director, Jonas Ek, said the first diverted ship could be alongside by Sunday night. “It is not how we wanted the work,” he said, “but we will do it properly, and we will hand it back.”",
  ),
  p(
    "Hauliers are less sure. The coast road between the two ports is 58 kilometres long and closes when the wind passes force nine; last winter that happened on 11 days. The Delta Road Carriers reckon the diversion adds 95 minutes and about 140 crowns to each load.",
  ),
  {
    type: "pull_quote",
    attrs: { by: "Dele Marchetti, secretary of the crane operators’ branch" },
    content: line("“Every driver on that quay has felt it. We have been saying so since the summer.”"),
  },
  p(
    "Mr Marchetti said his members had reported doors that would not close and rails that needed packing as early as July. The board’s minutes record two of those reports. Ms Adeyemi-Holt said both had been passed to the engineers and had led to the survey.",
  ),
  {
    type: "table",
    attrs: { caption: "Where the sailings go from 21 November" },
    content: [
      {
        type: "table_row",
        content: ["Sailings a week", "Now", "Saltmere", "Vanholm"].map((each) => cell(each, true)),
      },
      tableRow("Containers, short sea", "38", "17", "21"),
      tableRow("Containers, deep sea", "9", "5", "4"),
      tableRow("Grain and feed", "14", "6", "8"),
      tableRow("Steel and timber", "11", "4", "7"),
      tableRow("Marrow Island ferry", "42", "42", "0"),
      tableRow("All sailings", "114", "74", "40"),
    ],
  },
  h2("A wall built for smaller ships"),
  p(
    "The wall dates from 1961: steel sheets driven into the bed and held back by rods that run to a concrete beam 22 metres inland. It was designed for ships drawing 8 metres. The berths in front of it have been deepened twice since, in 1988 and 2014, and the largest ships now draw 12.4.",
  ),
  p(
    "Two members voted against: Councillor Hanne Rask, and the pilots’ representative, Owen Tresco. Both wanted the closure to be wider, not narrower. “If the answer is that we do not know why it is moving,” Ms Rask said, “then I do not know why half of it is open.”",
  ),
  {
    type: "video",
    attrs: {
      title: "how a quay wall is anchored, and how it moves",
      address: "https://video.northernwire.example/quay-wall",
      provider: null,
      poster: "art:barrier",
      seconds: 108,
      credit: "Film: Northern Wire",
    },
  },
  p(
    "The board puts the cost of the closure at 1.9 million crowns a month in lost dues. Repair, if the rods are to blame, would cost between 30 and 45 million and would need a vote of the city council, which faces an election on 4 March. Neither sum is in the draft budget that the finance committee takes up next week.",
  ),
  p(
    "The board’s insurer declined to comment. Penhallow & Strand will report again on 17 December, at a meeting that the board has promised to hold wholly in public.",
  ),
);

/** The same as the partner sent it: two paragraphs more, some words others, no table. */
export const quaySource: Body = aBody(
  ...quayBody.content
    .filter(({ type }) => type !== "table")
    .map((block, place) =>
      place === 1
        ? p(
            "The board voted nine to two to accept the advice of its engineers, in a meeting that ran for five hours and was held mostly in public. Vessels bound for berths four, five and six will be diverted across the estuary to Vanholm until at least the end of March.",
          )
        : block,
    ),
  p("Saltmere is the busiest port of the Delta, with some 6,000 calls a year."),
  p("It was founded in 1611."),
);

/** Every kind of block that the lead story has not. */
export const otherBlocks: Body = aBody(
  p("The minutes run to forty pages. These are the parts that matter, with what each of them means."),
  { type: "heading", attrs: { level: 4 }, content: line("A level skipped by the partner") },
  {
    type: "quote",
    attrs: { cite: "Minutes of the harbour board, 8 July" },
    content: [p("The branch reports that two doors on crane four do not close."), p("Noted.")],
  },
  {
    type: "list",
    attrs: { ordered: true, start: 3 },
    content: [
      {
        type: "list_item",
        content: [
          p("The third thing, with a list under it."),
          {
            type: "list",
            attrs: { ordered: false, start: 1 },
            content: [{ type: "list_item", content: [p("and what follows from it")] }],
          },
        ],
      },
      { type: "list_item", content: [p("The fourth thing."), p("In two paragraphs.")] },
    ],
  },
  {
    type: "note",
    attrs: { title: "What a marker is" },
    content: [
      p("A brass stud set in the quay, whose place is measured from the other shore to half a millimetre."),
    ],
  },
  { type: "preformatted", content: line("marker 44   +11 mm\nmarker 45    +9 mm") },
  {
    type: "picture",
    attrs: {
      picture: "art:silos",
      address: null,
      alt: "Four grain silos beside a loading tower.",
      caption: "The old grain berth, west of which nothing has moved.",
      credit: "Illustration: Ottilie Marsh/The Harbour Courier",
      rights: null,
      width: null,
      height: null,
    },
  },
  {
    type: "picture",
    attrs: {
      picture: null,
      address: "https://northernwire.example/crane.jpg",
      alt: "A crane",
      caption: "A caption whose picture never came",
      credit: "Photograph: N. N./Northern Wire",
      rights: null,
      width: null,
      height: null,
    },
  },
  { type: "divider" },
  {
    type: "video",
    attrs: {
      title: "Ferries: which run, and when – video explainer",
      address: null,
      provider: null,
      poster: null,
      seconds: null,
      credit: "",
    },
  },
  {
    type: "video",
    attrs: {
      title: "The meeting in full",
      address: "https://films.example/meeting",
      provider: "Films",
      poster: null,
      seconds: 41,
      credit: "",
    },
  },
  {
    type: "embed",
    attrs: {
      address: "https://social.example/post/1",
      provider: "Social",
      title: "Post by the harbour master",
    },
  },
  {
    type: "paragraph",
    content: [
      { type: "text", text: "Every mark: " },
      { type: "text", text: "strong", marks: [{ type: "strong" }] },
      { type: "text", text: " H" },
      { type: "text", text: "2", marks: [{ type: "sub" }] },
      { type: "text", text: "O, 10" },
      { type: "text", text: "6", marks: [{ type: "sup" }] },
      { type: "text", text: ", " },
      { type: "text", text: "code", marks: [{ type: "code" }] },
      { type: "hard_break" },
      { type: "text", text: "was wrong", marks: [{ type: "strike" }] },
      { type: "text", text: " and " },
      { type: "text", text: "one ", marks: [{ type: "link", attrs: { href: "https://one.example/" } }] },
      {
        type: "text",
        text: "link",
        marks: [{ type: "link", attrs: { href: "https://one.example/" } }, { type: "em" }],
      },
    ],
  },
);
