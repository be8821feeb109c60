import type { Story, StoryCopy, Taken } from "../../src/story/story.ts";
import { aBody } from "./a-body.ts";
import { aTaken, live } from "./a-story.ts";
import { aSiteStory, at, drawing } from "./look-makers.ts";
import { otherBlocks, quayBody } from "./look-quay.ts";
const taken = (partner: "northern" | "delta", path: string): Taken =>
  aTaken({
    partner,
    wireItem: `item-${path}`,
    version: `version-${path}`,
    versionLabel: "4",
    address: `https://${partner === "northern" ? "northernwire" : "deltadispatch"}.example/${path}`,
    sourceName: partner === "northern" ? "Northern Wire" : "Delta Dispatch",
    firstPublishedAt: at("05:55"),
    checkedAt: at("11:44"),
  });

type Short = {
  hour: string;
  before?: number;
  by?: string;
  from?: "northern" | "delta";
  more?: Partial<StoryCopy>;
  rest?: Partial<Story>;
};

function short(section: string, headline: string, standfirst: string, wish: Short): Story {
  const id = headline
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/-$/, "");
  const published = at(wish.hour, wish.before);
  const copy = {
    section,
    headline,
    standfirst,
    byline: wish.by === undefined ? [] : [{ name: wish.by, place: null, role: null }],
    body: aBody(`${standfirst || headline}. This is the first paragraph of it.`, "And this is the second."),
    ...wish.more,
  };
  return aSiteStory(id, copy, {
    state: live(published),
    taken: wish.from ? taken(wish.from, id) : null,
    ...wish.rest,
  });
}

export const quay = aSiteStory(
  "eastern-quay",
  {
    headline: "Harbour board shuts half the eastern quay after survey finds the wall is moving",
    standfirst:
      "Three berths close from Saturday and 40 sailings a week move across the estuary. Engineers say the wall has shifted 11 millimetres since June, most of it since October’s storm",
    byline: [
      { name: "Ines Caldera", place: "in Saltmere", role: null },
      { name: "Tomas Brandvold", place: "Vanholm", role: null },
    ],
    dateline: "Saltmere, Wednesday",
    mainPicture: drawing(
      "quay",
      "Three gantry cranes on a quay in silhouette, a low red sun behind the middle one and stacks of containers at its foot.",
      "The eastern quay handles three in every five containers that pass through Saltmere. Cranes four and five will be moved inland.",
    ),
    body: quayBody,
    topics: ["Port of Saltmere", "Harbour board", "Vanholm", "Coast road"],
  },
  {
    state: { status: "live", publishedAt: at("06:40"), updatedAt: at("11:32") },
    taken: taken("northern", "saltmere-quay"),
    edited: true,
    corrections: [
      {
        at: at("11:32"),
        says: "An earlier version of this story said that berth three would also close. It stays open. The number of sailings moved to Vanholm was right and has not changed.",
        changesSense: false,
      },
    ],
  },
);

const comment = { kind: "comment" as const };
export const stories: Story[] = [
  // The lead of the look is the newest story with a picture of this edition.
  { ...quay, state: { status: "live", publishedAt: at("11:20"), updatedAt: at("11:32") } },
  short(
    "politics",
    "Finance chair stands down five weeks before the budget",
    "Aino Perrault says the draft ‘cannot be defended line by line’ and leaves her party without a majority on the committee",
    { hour: "10:50", by: "Maren Solbakk", more: { topics: ["City hall"] } },
  ),
  short(
    "world",
    "Upper Lissel agrees to let the river flood its own fields first",
    "The first of six towns to do so",
    { hour: "10:40", from: "delta", rest: { form: "summary" } },
  ),
  short(
    "life",
    "The last fish auction to be called by voice falls silent",
    "After 140 years a screen takes over",
    { hour: "10:20" },
  ),
  short("business", "Vanholm’s empty berths find a use, and a price", "", {
    hour: "09:20",
    from: "northern",
    more: { topics: ["Vanholm"] },
  }),
  short("politics", "Who knew? Council asks for the minutes", "Two reports in July went unread", {
    hour: "08:15",
    from: "northern",
    more: { topics: ["Harbour board"], body: otherBlocks },
  }),
  short("opinion", "I moved here for the ferry. I stayed for the people who miss it", "", {
    hour: "08:00",
    by: "Liv Santangelo",
    more: comment,
  }),
  short("opinion", "A port is only as honest as its measuring stick", "", {
    hour: "07:55",
    by: "Bertil Okafor",
    more: { ...comment, topics: ["Port of Saltmere"] },
  }),
  short("opinion", "A secret vote is a habit, and habits can be broken", "", {
    hour: "07:50",
    by: "Yasmin Thorne",
    more: comment,
    rest: {
      corrections: [
        { at: at("09:02"), says: "Yasmin Thorne teaches law, not history.", changesSense: false },
      ],
    },
  }),
  short("opinion", "In praise of the leek, which asks for nothing", "", {
    hour: "07:40",
    by: "Edvard Quill",
    more: comment,
  }),
  short(
    "politics",
    "City to count by hand again, and to let anyone watch",
    "The returning officer says machines saved 40 minutes and cost an argument",
    {
      hour: "07:30",
      by: "Maren Solbakk",
      more: {
        topics: ["City hall"],
        mainPicture: drawing(
          "ballot",
          "A ballot paper going into a dark ballot box.",
          "Saltmere last counted by hand in 2014.",
        ),
      },
    },
  ),
  short(
    "politics",
    "Harbour List picks a schoolteacher to lead it into March",
    "Signe Amoah, 38, has never stood for anything and says so first",
    { hour: "07:10", from: "delta" },
  ),
  short(
    "politics",
    "Bus lanes on Mole Road survive by one vote",
    "The casting vote came from a councillor who cycles, and said so",
    { hour: "17:50", before: 1 },
  ),
  short("politics", "Brackwater wants its own mayor, and its own water", "", {
    hour: "15:20",
    before: 1,
    from: "delta",
  }),
  short(
    "politics",
    "What is in the draft budget, in twelve lines",
    "Dues, drains and the swimming bath: where 418 million crowns would go",
    { hour: "06:00", before: 1 },
  ),
  short(
    "politics",
    "Former mayor’s papers go to the city, uncensored",
    "Forty-one boxes, four of them about one roundabout",
    { hour: "17:00", before: 2 },
  ),
  short(
    "world",
    "Six towns sign a water treaty written by their engineers",
    "Each gives up a field in a wet year, and is paid for it in a dry one",
    {
      hour: "07:05",
      by: "Femke Oyelaran",
      more: {
        mainPicture: drawing("delta", "A river delta from above, its channels parting among striped fields."),
      },
    },
  ),
  short("world", "Ostrand reopens its border bridge to walkers", "", { hour: "07:00", from: "northern" }),
  short("world", "The island that votes by post, and waits", "", { hour: "06:30" }),
  short("world", "Grain ships turn north as the straits silt up", "", { hour: "16:30", before: 1 }),
  short(
    "business",
    "Grain merchants rent every silo on the north shore",
    "A closed quay makes storage dear: rents at Vanholm have doubled in two days",
    {
      hour: "07:00",
      by: "Ansel Virtanen",
      more: {
        mainPicture: drawing(
          "silos",
          "Four grain silos beside a loading tower, a ship’s bow under the chute.",
        ),
      },
    },
  ),
  short("business", "Rope works takes on 60, its first hiring since 2019", "", { hour: "06:45" }),
  short("business", "Saltmere Savings keeps its rate at 3.25 per cent", "", { hour: "16:00", before: 1 }),
  short("business", "The bakery that bought back its own oven", "", { hour: "15:00", before: 1 }),
  short(
    "sport",
    "Athletic leave it late, then leave with everything",
    "Two goals after the 88th minute take Saltmere top on a night of hail",
    {
      hour: "06:50",
      by: "Kwame Lindahl",
      more: { mainPicture: drawing("stadium", "A stadium bowl at dusk under four floodlight pylons.") },
    },
  ),
  short("sport", "Rowers to race the tide after all, on Sunday at seven", "", { hour: "06:40" }),
  short("sport", "Kell Bay’s keeper, 41, signs for one more winter", "", { hour: "18:40", before: 1 }),
  short(
    "culture",
    "The cathedral organ, four years silent, clears its throat",
    "All 2,316 pipes are back; one still plays the wrong note, and will be kept",
    {
      hour: "06:00",
      by: "Ola Winterbourne",
      more: { kind: "feature", mainPicture: drawing("organ", "The pipes and keyboards of a large organ.") },
    },
  ),
  short("culture", "A novel about dredging, and it is funny", "", { hour: "06:00", before: 1 }),
  short("life", "Mackerel three ways, none of them difficult", "", {
    hour: "05:50",
    by: "Petra Lindqvist Amari",
    more: {
      kind: "feature",
      mainPicture: drawing("mackerel", "Two mackerel on an oval dish over a checked cloth."),
    },
  }),
  short("life", "How to keep a chimney quiet in a gale", "", { hour: "05:50", before: 1 }),
];

export const arabic = short(
  "world",
  "الميناء يغلق نصف الرصيف الشرقي بعد تحرك الجدار 11 ملم",
  "ثلاثة أرصفة تغلق من يوم السبت، و40 رحلة في الأسبوع تنتقل إلى Vanholm",
  {
    hour: "09:00",
    before: 3,
    by: "ليلى حداد",
    more: {
      language: "ar",
      mainPicture: drawing("quay", "ثلاث رافعات على الرصيف", "الرصيف الشرقي."),
      body: aBody(
        "قال مجلس الميناء إنه سيغلق ثلاثة من الأرصفة الستة (East Quay) ابتداء من صباح السبت، بعد أن تبين أن الجدار تحرك 11 ملم منذ يونيو.",
        "“لا نصف انهيارا”، قالت مديرة الميناء Ruth Adeyemi-Holt أمام الأعضاء.",
      ),
    },
    rest: { slug: "arabic" },
  },
);

export const killed = short("world", "Name of a person the court protects", "Never to be read again", {
  hour: "08:00",
  before: 1,
  rest: {
    slug: "killed",
    state: {
      status: "killed",
      killedAt: at("16:12", 1),
      publishedAt: at("08:00", 1),
      reason:
        "Delta Dispatch, which first published it, withdrew it because a court order protects the identity of a person it named. We removed our copy as our agreement with the Dispatch requires.",
    },
  },
});
export const ended = short("world", "A story whose month is over", "Gone back to its source", {
  hour: "08:00",
  before: 40,
  from: "delta",
  rest: { slug: "ended", staysUntil: at("08:00", 10) },
});
export const embargoed = short("news", "EMBARGOED-HEADLINE of tomorrow", "Not before tomorrow", {
  hour: "11:00",
  by: "Secret Writer",
  more: { topics: ["Secret topic"] },
  rest: { slug: "embargoed", embargo: { kind: "until", until: at("12:00", -1) } },
});
