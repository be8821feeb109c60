/**
 * What a note to the desk says of use. Notes are never published, yet can carry the only statement of a ban
 * (WIRE.md 4.4): "STRICTLY EMBARGOED", "NOT FOR USE BEFORE …", "JAPAN OUT", "Sperrfrist".
 */
export type NoteSays = { readonly embargo: string | null; readonly restriction: string | null };

export function readNote(note: string): NoteSays {
  const text = note.slice(0, longestNote);
  const withoutLifted = text.replace(lifted, " ");
  return {
    embargo: embargoWords.exec(withoutLifted)?.[0] ?? null,
    restriction: restrictions.map((words) => words.exec(text)?.[0]).find((found) => found) ?? null,
  };
}

// A note longer than this is a text; its opening tells.
const longestNote = 20_000;

// Only words that say so plainly take an embargo away.
const lifted =
  /\b(?:no|not under|without) embargo\b|\bembargo(?:es)? (?:has |have |is |was )?(?:been )?(?:lifted|ended|expired|removed|over)\b|\bsperrfrist (?:ist |wurde )?(?:aufgehoben|abgelaufen|beendet)\b|\b(?:keine|ohne) sperrfrist\b|\bembargo levé\b/giu;

const embargoWords =
  /\bembargo(?:e?d|es)?\b|\bsperrfrist\b|\bsperrvermerk\b|\bgesperrt bis\b|\b(?:not|no) (?:for )?(?:use|publication|release|broadcast|online use) (?:before|until|prior to)\b|\b(?:do not|don'?t) (?:use|publish|release|broadcast) (?:before|until)\b|\bhold for release\b|\bnicht vor\b[^.]{0,40}\b(?:veröffentlichen|verwenden|senden)\b|\bfrei (?:erst )?(?:ab|für)\b|\bne pas (?:publier|diffuser|utiliser) avant\b|\bsous embargo\b|\bno publicar antes\b|\bniet publiceren voor\b/iu;

// "JAPAN OUT", "TURKEY OUT", "UK AND IRELAND OUT": agencies write countries in capitals.
const territory =
  /\b(?!(?:SOLD|PULL|SIT|TIME|FADE|CASH|WORK|LOOK|FIND|BURN|ALL)\b)\p{Lu}[\p{Lu}.]+(?:(?: AND | |, ?|\/)\p{Lu}[\p{Lu}.]+){0,4} OUT\b/u;

const restrictions: readonly RegExp[] = [
  territory,
  /\b(?:do not|don'?t|not (?:to be|for)|no) (?:use|publication|publish|release|reproduction|distribution|syndication|onward (?:use|distribution))\b/iu,
  /\bnot for (?:\p{L}+ ){0,3}(?:use|publication|broadcast|release|distribution|sale|resale)\b/iu,
  /\b(?:mandatory|legal) (?:kill|hold|restriction)s?\b|\blegally (?:restricted|embargoed)\b/iu,
  /\bno (?:access|use|sales?|archives?|resales?|internet|online|mobile|tv|print|usage)\b/iu,
  /\b(?:nur zur internen|nicht zur) (?:verwendung|veröffentlichung|verbreitung|information)\b|\bnicht (?:veröffentlichen|verwenden)\b|\bverwendung untersagt\b/iu,
  /\binterdit (?:de diffusion|à la publication)\b|\bprohibid[ao] (?:su )?(?:uso|publicación|reproducción)\b/iu,
];
