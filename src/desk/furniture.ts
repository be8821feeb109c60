// Whole lines, as the pages of newspapers print them around a story. A line that goes on as a sentence is none.
const whole = [
  "advertisement|advertising|sponsored(?: content)?|ad feedback|story continues below(?: advertisement)?|anzeige|werbung|publicité|publicidad|pubblicità",
  "(?:article|story) continues (?:below|after).{0,30}",
  "read (?:more|next|also|the full (?:story|article)(?: here)?)|continue reading(?: the main story)?|(?:weiterlesen|mehr zum thema|lesen sie auch|lire aussi|à lire aussi|lire la suite|lea también|leer más|leggi anche)",
  "(?:share|print|email|save|bookmark) (?:this|the) (?:article|story|page|post)|share (?:this )?(?:on|via) (?:facebook|twitter|x|whatsapp|linkedin|email|messenger|reddit).{0,20}|share|tweet|pin it",
  "(?:skip|jump) (?:past|to) (?:newsletter promotion|after newsletter promotion|main content|content|comments|navigation)|after newsletter promotion",
  "sign up (?:to|for) (?:our|the) .{0,60}(?:newsletter|email|updates)|subscribe(?: now| today| here)?|(?:subscribe|sign up) (?:now|today|here).{0,40}|get our newsletter.{0,40}",
  "follow us on (?:facebook|twitter|x|instagram).{0,60}",
  "related (?:articles|stories|posts|topics|content|links?)|most (?:popular|read|viewed)|more on this story|you (?:may|might) also like|recommended for you|trending now|top stories",
  "(?:leave|post|add) a (?:comment|reply)|(?:view|show|hide|load) (?:all )?comments|comments \\(\\d+\\)|\\d+ comments?|(?:log|sign) in to (?:comment|reply|continue).{0,30}",
  "\\d+ min(?:ute)?s? read|listen to this article|play video|loading(?:\\.{3}|…)?|back to top|close this|click to (?:enlarge|expand|share).{0,30}|view image in fullscreen|show caption|hide caption",
  "you did not use the site.{0,80}|click here to (?:remain|stay) logged.{0,60}|timeout: \\d+ seconds?",
  "(?:we|this (?:web)?site) uses? cookies.{0,80}|accept (?:all )?cookies|cookie (?:settings|preferences)|manage (?:cookies|consent).{0,20}",
  "all rights reserved|author: user avatar.{0,60}",
].join("|");

const line = new RegExp(`^[\\s\\[(»›→▶•|]*(?:${whole})[\\s\\])»›→▶:.!|…]*$`, "i");

/** True when a whole line is page furniture. */
export const isFurniture = (text: string): boolean => line.test(text);
