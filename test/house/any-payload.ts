import fc from "fast-check";

// Hostile mark-up by grammar: every element that ever ran something, every way to hide an address, cut anywhere.

const elements =
  "a abbr animate applet area article audio b base bdo blink blockquote body br button canvas caption center cite code col details dialog div dl embed fieldset figure font foreignObject form frame frameset h1 head hr html i iframe image img input isindex keygen label legend li link listing maction map marquee math menu meta mglyph mi mn mo ms mtext meter nav nobr noembed noframes noscript object ol option output p param picture plaintext portal pre q rp rt ruby s script section select set slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul use var video wbr xml xmp x-custom annotation-xml desc".split(
    " ",
  );
const handlers =
  "onload onerror onclick onmouseover onfocus onbegin onend ontoggle onstart onanimationstart onpointerrawupdate onwheel onbeforetoggle oncontentvisibilityautostatechange onscrollsnapchange ONLOAD oNerror".split(
    " ",
  );
const addresses =
  "href src action formaction data poster background ping xlink:href srcset cite longdesc manifest codebase lowsrc dynsrc usemap classid profile archive from to values".split(
    " ",
  );
const script = fc.constantFrom(
  "alert(1)",
  "canary()",
  "window.canary&&canary()",
  "import('/canary')",
  "fetch('/canary')",
);
const scheme = fc.constantFrom(
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "java\nscript:",
  " javascript:",
  "\u0001javascript:",
  "&#106;avascript:",
  "javascript&colon;",
  "javascript&#x3a;",
  "vbscript:",
  "data:text/html,",
  "data:text/html;base64,",
  "data:image/svg+xml,",
  "blob:",
  "view-source:javascript:",
  "//javascript:",
  "feed:javascript:",
  "jar:javascript:",
);
const quote = fc.constantFrom('"', "'", "", "`", '"/', "' ");
const gap = fc.constantFrom(" ", "/", "\n", "\t", "\f", "/ /", "\u0000", " x ");

const attribute = fc.oneof(
  fc
    .tuple(gap, fc.constantFrom(...handlers), quote, script)
    .map(([space, name, mark, code]) => `${space}${name}=${mark}${code}${mark}`),
  fc
    .tuple(gap, fc.constantFrom(...addresses), quote, scheme, script)
    .map(([space, name, mark, start, code]) => `${space}${name}=${mark}${start}${code}${mark}`),
  fc
    .tuple(gap, scheme, script)
    .map(
      ([space, start, code]) => `${space}style="background:url(${start}${code});width:expression(${code})"`,
    ),
  fc.tuple(gap, script).map(([space, code]) => `${space}srcdoc="<script>${code}</script>"`),
  fc.constantFrom(
    " autofocus tabindex=1",
    " id=attributes",
    " name=body",
    " is=x-y",
    " http-equiv=refresh content='0;url=javascript:canary()'",
    " class=embed",
    " class=twitter-tweet",
    " type=text/html",
  ),
);

const opened = fc
  .tuple(
    fc.constantFrom("<", "<", "<", "</", "<!", "<?", "< ", "<\u0000", "&lt;"),
    fc.constantFrom(...elements),
    fc.array(attribute, { maxLength: 3 }),
    fc.constantFrom(">", ">", ">", "/>", "", " ", "<", "-->"),
  )
  .map(([start, name, attributes, end]) => `${start}${name}${attributes.join("")}${end}`);

const piece = fc.oneof(
  { weight: 6, arbitrary: opened },
  { weight: 2, arbitrary: fc.constantFrom(...elements).map((name) => `</${name}>`) },
  { weight: 2, arbitrary: script },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "<!--",
      "-->",
      "--!>",
      "<![CDATA[",
      "]]>",
      "<!doctype>",
      '"',
      "'",
      "`",
      ">",
      "&#0;",
      "&lt;script&gt;",
      "\u2028",
      "\ufeff",
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);

/** One piece of generated hostile mark-up. */
export const anyPayload: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((each) => each.join(""));
