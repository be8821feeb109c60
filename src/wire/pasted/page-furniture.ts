/** What kind of page furniture a whole line is, in newsroom words; null when it is part of the story. */
export function furnitureOf(line: string): string | null {
  if (line.length > longestFurniture) return null;
  const plain = line.replace(/^[\s•·|>»→▶✕×+*-]+|[\s•·|>»→▼▾…:]+$/gu, "");
  return kinds.find(([, patterns]) => patterns.some((pattern) => pattern.test(plain)))?.[0] ?? null;
}

const longestFurniture = 260;

const whole = (words: string) => new RegExp(`^(?:${words})[.!]?$`, "iu");

const relatedHeads = whole(
  "related(?: (?:articles?|stories|topics|content|links|internet links|coverage|news))?|more on this(?: story| topic)?|more (?:from|in) .{2,40}|" +
    "most (?:read|viewed|popular|shared)|recommended(?: (?:for you|stories|reading))?|you (?:may|might) also like|" +
    "read next|up next|trending(?: now)?|top stories|around the web|mehr zum thema|verwandte (?:artikel|themen)|" +
    "meistgelesen(?: artikel)?|das könnte (?:sie|dich) auch interessieren|lesen sie auch|auch interessant|" +
    "sur le même sujet|à lire aussi|les plus lus|lo más leído|más noticias|lees ook|meest gelezen",
);

const kinds: readonly (readonly [what: string, patterns: readonly RegExp[]])[] = [
  [
    "advertisement",
    [
      whole(
        "advert(?:isement|ising|s)?(?: [-–—] (?:continue|scroll|story|article).{0,40})?|ads?|sponsored(?: content| by .{2,40})?|" +
          "(?:story|article) continues below(?: (?:this )?ad(?:vertisement)?)?|continue reading(?: below)?|skip advertisement|promoted(?: content)?|" +
          "(?:- )?anzeige(?: -)?|werbung|gesponsert|publicité|publicidad|anuncio|pubblicità|advertentie|annonce|reklame?|mainos",
      ),
    ],
  ],
  [
    "idle notice",
    [
      /\byou (?:did not use|have not used|haven'?t used) (?:the|this) site\b/iu,
      /^click here to (?:remain|stay) (?:logged|signed)(?: in)?\b/iu,
      /^time-?out: ?\d+ ?(?:s|sec|seconds?|minutes?)?\.?$/iu,
      /\byou(?:'ll| will) be (?:logged|signed) out\b/iu,
      /\b(?:your )?session (?:is about to|will|has) (?:expire|end|time out|expired|ended|timed out)\b/iu,
      /\b(?:stay|remain) (?:logged|signed) in\b.{0,60}\btime-?out\b/iu,
      /\b(?:ihre|deine) sitzung (?:läuft|ist|wird)\b|\bautomatisch abgemeldet\b|^angemeldet bleiben$/iu,
    ],
  ],
  [
    "cookie notice",
    [
      /^(?:we|this (?:web)?site|our partners|wir|diese (?:web)?seite)\b.{0,60}\bcookies?\b/iu,
      whole(
        "(?:accept|allow|reject|deny|manage|essential)(?: all| only)?(?: (?:essential|optional|necessary))?(?: cookies?)?(?: (?:preferences|settings))?|" +
          "(?:cookie|privacy|consent) (?:settings|preferences|policy|notice|choices)|alle (?:cookies )?(?:akzeptieren|ablehnen)|cookie-einstellungen|" +
          "(?:tout )?(?:accepter|refuser)(?: tout| les cookies)?|aceptar(?: todas?)?(?: las cookies)?",
      ),
    ],
  ],
  [
    "newsletter",
    [
      /^(?:sign up|subscribe|get (?:the|our|your))\b.{0,120}\b(?:newsletters?|inbox|briefing|e-?mails?|alerts?|today|now)\b/iu,
      /^(?:jetzt )?(?:unseren? )?newsletter\b.{0,60}\b(?:abonnieren|bestellen|anmelden)\b/iu,
      whole(
        "newsletters?|enter your e-?mail(?: address)?|e-?mail address|subscribe|subscribe (?:now|today)|sign up|privacy notice: .{0,200}|after newsletter promotion|abonnieren|jetzt abonnieren|s'abonner|suscríbete",
      ),
    ],
  ],
  [
    "share links",
    [
      whole(
        "share(?: (?:this|on|via|to|with) .{1,40}| article| story| full article)?|tweet|pin it|copy (?:the )?link|link copied|gift (?:this )?article|" +
          "(?:e-?mail|print|save|bookmark)(?: (?:this )?(?:article|story|page))?|facebook|twitter|x|whats ?app|linked ?in|reddit|messenger|bluesky|threads|telegram|pinterest|flipboard|pocket|" +
          "(?:auf|per|via) (?:facebook|twitter|x|whatsapp|e-mail|linkedin) teilen|(?:artikel |beitrag )?teilen|drucken|merken|link kopieren|per e-mail (?:senden|versenden)|" +
          "partager|imprimer|compartir|delen|condividi|(?:listen|follow us)(?: (?:on|to) .{2,30})?|listen to (?:this )?(?:article|story)|artikel anhören|vorlesen",
      ),
      /^(?:\d[\d.,]*[km]?) (?:shares?|likes?)$/iu,
      /^(?:(?:share|facebook|twitter|x|whats ?app|linked ?in|reddit|e-?mail|telegram|bluesky|pinterest|print|teilen)(?:$|[\s,|·•/]+)){2,}$/iu,
    ],
  ],
  [
    "related",
    [
      relatedHeads,
      /^(?:read more|see also|related|also read|don'?t miss|lesen sie auch|mehr dazu|lire aussi|à lire|lees ook|leia também)\s?[:|–—-].{3,}$/iu,
      whole(
        "read more|learn more|weiterlesen|mehr lesen|lire la suite|leer más|show more|view (?:all|more)|see all",
      ),
    ],
  ],
  [
    "comments",
    [
      whole(
        "(?:\\d+ )?comments?|(?:view|show|read|leave|add|post|join)(?: (?:all|the|a|your|\\d+))* (?:comments?|conversation|reply)|(?:\\d+ )?kommentare?(?: (?:anzeigen|lesen|schreiben))?|(?:\\d+ )?commentaires?|(?:\\d+ )?comentarios?|comments (?:are closed|\\(\\d+\\))",
      ),
    ],
  ],
  [
    "navigation",
    [
      whole(
        "skip to (?:main )?content|skip to navigation|home|homepage|menu|search|close|back(?: to top)?|next|previous|(?:sign|log) ?(?:in|out)|register|my account|donate|support us|make a contribution|" +
          "startseite|menü|suche|suchen|schließen|anmelden|abmelden|zurück|nach oben|zum inhalt springen|accueil|inicio|toggle navigation|open in app|topics|explore more on these topics|reuse this content|contact us|about us|terms (?:of use|and conditions)|privacy(?: policy)?|impressum|datenschutz",
      ),
      /^(?:user )?avatar$/iu,
    ],
  ],
  [
    "footer",
    [/^(?:©|\(c\)|copyright)\s.{0,160}$/iu, /\ball rights reserved\b|\balle rechte vorbehalten\b/iu],
  ],
];
