import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyFromHtml } from "./body-from-html.ts";
import { linksOf, picturesOf } from "./body-parts.ts";
import { textOf } from "./body-text.ts";
import type { Block } from "./body.ts";

const base = "https://partner.example/world/story";
const read = (html: string) => bodyFromHtml(html, { base });
const blocks = (html: string) => read(html).body.content;
const one = (html: string): Block | undefined => {
  const content = blocks(html);
  assert.equal(content.length, 1, JSON.stringify(content));
  return content[0];
};
const kinds = (html: string) => blocks(html).map((block) => block.type);
const words = (text: string) => [{ type: "text", text }];
const p = (text: string) => ({ type: "paragraph", content: words(text) });

test("paragraphs, bare text and text in unknown elements are paragraphs", () => {
  assert.deepEqual(blocks("one<p>two<div>three <gu-x>four</gu-x></div>five"), [
    p("one"),
    p("two"),
    p("three four"),
    p("five"),
  ]);
});

test("white space is folded as a browser folds it, empty paragraphs are left out", () => {
  assert.deepEqual(blocks("<p>  a \n b <b> c</b> </p><p> </p><p>&nbsp;</p><p><br></p>"), [
    {
      type: "paragraph",
      content: [...words("a b "), { type: "text", text: "c", marks: [{ type: "strong" }] }],
    },
  ]);
});

test("one break is a break, two begin a paragraph", () => {
  assert.deepEqual(blocks("a<br>b<br> <br>c<br>"), [
    { type: "paragraph", content: [...words("a"), { type: "hard_break" }, ...words("b")] },
    p("c"),
  ]);
});

test("marks are kept in one order however they are nested", () => {
  const marks = [{ type: "strong" }, { type: "em" }];
  assert.deepEqual(one("<p><i><b>x</b></i><b><i>y</i></b></p>"), {
    type: "paragraph",
    content: [{ type: "text", text: "xy", marks }],
  });
});

test("links are kept and made whole against the address of the copy", () => {
  const { body } = read(
    `<p><a href="../a?b=1&amp;c">x</a> <a href="//o.example/y">y</a> <a href="mailto:a@b.example">z</a></p>`,
  );
  assert.deepEqual(
    linksOf(body).map(({ href }) => href),
    ["https://partner.example/a?b=1&c", "https://o.example/y", "mailto:a@b.example"],
  );
});

test("a link that leads nowhere, or to us, loses the link and keeps its words", () => {
  const { body, removed } = bodyFromHtml(
    `<p><a href="/sign-out">go</a> <a href="jAva\tscript:x()">now</a></p>`,
    { base: null },
  );
  assert.deepEqual(body.content, [p("go now")]);
  assert.deepEqual(removed, [
    { what: "link", text: "/sign-out" },
    { what: "link", text: "jAva\tscript:x()" },
  ]);
});

test("a figure is a picture with alt, caption and credit told apart", () => {
  assert.deepEqual(
    one(
      `<figure><img src="/q.jpg" alt="A quay" width="640" height="400"><figcaption>The quay. Photograph: A B/C</figcaption></figure>`,
    ),
    {
      type: "picture",
      attrs: {
        picture: null,
        address: "https://partner.example/q.jpg",
        alt: "A quay",
        caption: "The quay.",
        credit: "Photograph: A B/C",
        rights: null,
        width: 640,
        height: 400,
      },
    },
  );
});

test("a credit in an element of its own is the credit", () => {
  const [picture] = picturesOf(
    read(`<figure><img src=a.jpg><figcaption>The quay <span class="credit">A B</span></figcaption></figure>`)
      .body,
  );
  assert.deepEqual([picture?.caption, picture?.credit], ["The quay", "A B"]);
});

test("a caption that is a paragraph by its class belongs to the picture above it", () => {
  const [picture] = picturesOf(
    read(`<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">The quay (Photo: A B)</p></div>`)
      .body,
  );
  assert.deepEqual([picture?.caption, picture?.credit], ["The quay", "Photo: A B"]);
});

for (const [what, html, address] of [
  ["the widest of a srcset", `<img src=s.jpg srcset="m.jpg 640w, l.jpg 1280w, s.jpg 320w">`, "l.jpg"],
  ["the densest of a srcset", `<img src=s.jpg srcset="m.jpg, l,1.jpg 2x">`, "l,1.jpg"],
  ["the lazy address", `<img src="data:image/gif;base64,R0" data-src="l.jpg">`, "l.jpg"],
  [
    "a source beside an empty img",
    `<picture><source srcset="a.jpg 1x, b.jpg 2x"><img alt=x></picture>`,
    "b.jpg",
  ],
] as const)
  test(`a picture is taken from ${what}`, () => {
    assert.equal(picturesOf(read(html).body)[0]?.address, `https://partner.example/world/${address}`);
  });

test("dots that count readers are dropped and said", () => {
  const { body, removed } = read(
    `<p>x<img src="https://t.example/p" width="1" height="1"><img src="https://pixel.wp.com/g.gif"></p>`,
  );
  assert.deepEqual(body.content, [p("x")]);
  assert.deepEqual(
    removed.map(({ what }) => what),
    ["tracking picture", "tracking picture"],
  );
});

test("a picture inside a sentence parts it and loses no word", () => {
  assert.deepEqual(kinds("<p>before <img src=a.jpg> after</p>"), ["paragraph", "picture", "paragraph"]);
  assert.equal(textOf(read("<p>before <img src=a.jpg> after</p>").body), "before\nafter");
});

test("a drawn emoji is the letter it stands for", () => {
  assert.deepEqual(
    one(`<p>Yes <img class="wp-smiley" src="https://s.w.org/1.png" alt="🙂">!</p>`),
    p("Yes 🙂!"),
  );
});

test("lists keep their order, their start and what is nested in them", () => {
  assert.deepEqual(one(`<ol start=3><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ol>`), {
    type: "list",
    attrs: { ordered: true, start: 3 },
    content: [
      {
        type: "list_item",
        content: [
          p("a"),
          {
            type: "list",
            attrs: { ordered: false, start: 1 },
            content: [{ type: "list_item", content: [p("b")] }],
          },
        ],
      },
      { type: "list_item", content: [p("c"), p("d")] },
    ],
  });
});

test("a quote keeps who said it, a work named in it stays words", () => {
  assert.deepEqual(one(`<blockquote><p>I read <cite>Hamlet</cite>.</p><footer>— Ann</footer></blockquote>`), {
    type: "quote",
    attrs: { cite: "Ann" },
    content: [
      {
        type: "paragraph",
        content: [
          ...words("I read "),
          { type: "text", text: "Hamlet", marks: [{ type: "em" }] },
          ...words("."),
        ],
      },
    ],
  });
});

for (const html of [
  `<aside class="pullquote">So it is<cite>Ann</cite></aside>`,
  `<blockquote class="pull-quote"><p>So it is</p><cite>Ann</cite></blockquote>`,
  `<figure class="wp-block-pullquote"><blockquote><p>So it is</p><cite>Ann</cite></blockquote></figure>`,
  `<aside><blockquote><p>So it is</p></blockquote><cite>Ann</cite></aside>`.replace(
    "<cite>Ann</cite></aside>",
    "</aside>",
  ),
])
  test(`a line set large is a pull quote: ${html.slice(0, 40)}`, () => {
    const block = one(html);
    assert.equal(block?.type, "pull_quote");
    assert.deepEqual(block?.type === "pull_quote" && block.content, words("So it is"));
  });

test("an aside is a note with its title; one that leads elsewhere is furniture", () => {
  const { body, removed } = read(
    `<aside><h3>What we know</h3><p>x</p></aside><aside class="related-links">More</aside>`,
  );
  assert.deepEqual(body.content, [{ type: "note", attrs: { title: "What we know" }, content: [p("x")] }]);
  assert.deepEqual(removed, [{ what: "page furniture", text: "More" }]);
});

test("a table of figures keeps heads, spans and caption", () => {
  const table = one(
    `<table><caption>Turnout</caption><tr><th colspan=2>Year</th></tr><tr><td>1<td>2<br>3</tr></table>`,
  );
  assert.equal(table?.type, "table");
  assert.deepEqual(
    table?.type === "table" && [table.attrs.caption, table.content.map((row) => row.content.length)],
    ["Turnout", [1, 2]],
  );
  assert.deepEqual(table?.type === "table" && table.content[0]?.content[0]?.attrs, {
    head: true,
    across: 2,
    down: 1,
  });
});

test("a table that lays out a page is read as what stands in it", () => {
  assert.deepEqual(
    kinds(`<table><tr><td><h2>a</h2><p>b</p></td><td><table><tr><td>c</table></td></tr></table>`),
    ["heading", "paragraph", "paragraph"],
  );
});

test("an embed is kept by its address and named; the host decides who it is, letter by letter", () => {
  const providers = [
    "https://www.youtube.com/embed/x",
    "https://youtube.com.evil.example/embed/x",
    "https://www.youtube.com@evil.example/",
    "https://www.youtube.com:8080/",
  ].map((src) => {
    const block = one(`<iframe src="${src}" srcdoc="<script>x</script>" title="T"></iframe>`);
    return block?.type === "embed" && block.attrs.provider;
  });
  assert.deepEqual(providers, [
    "YouTube",
    "youtube.com.evil.example",
    "evil.example",
    "www.youtube.com:8080",
  ]);
});

test("a post of a network is an embed of that post", () => {
  const block = one(
    `<blockquote class="twitter-tweet"><p>Hello</p>&mdash; Ann <a href="https://twitter.com/ann/status/1">June 1</a></blockquote>`,
  );
  assert.deepEqual(block, {
    type: "embed",
    attrs: { address: "https://twitter.com/ann/status/1", provider: "X", title: "Hello — Ann June 1" },
  });
});

test("a video is kept by its address, one without by its title", () => {
  const video = one(`<video poster=p.jpg title="The quay"><source src=v.mp4></video>`);
  assert.deepEqual(video?.type === "video" && [video.attrs.address, video.attrs.poster], [
    "https://partner.example/world/v.mp4",
    "https://partner.example/world/p.jpg",
  ]);
  const bare = one(`<video title="The quay"></video>`);
  assert.deepEqual(bare?.type === "video" && [bare.attrs.title, bare.attrs.address], ["The quay", null]);
});

test("headings of six levels become three", () => {
  const levels = blocks("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>").map(
    (block) => block.type === "heading" && block.attrs.level,
  );
  assert.deepEqual(levels, [2, 2, 3, 4, 4, 4]);
});

test("preformatted text keeps its lines", () => {
  assert.deepEqual(one("<pre><code>a\n  b</code></pre>"), { type: "preformatted", content: words("a\n  b") });
});
