/** An RSS feed of `count` items of about 5 KB of HTML each: prose with links, a picture, a list. `salt` makes its ids and headlines its own. */
export function feedOf(count: number, salt: string): string {
  const items = Array.from({ length: count }, (_, at) => itemOf(at, salt)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Northern Wire</title><link>https://northernwire.example/</link><description>All copy</description><language>en</language>${items}</channel></rss>`;
}

function itemOf(at: number, salt: string): string {
  const address = `https://northernwire.example/${salt}/${at}`;
  const day = new Date(Date.UTC(2026, 10, 1) + at * 60_000).toUTCString();
  return `<item><title>${sentence(at, 9)} ${salt} ${at}</title><link>${address}</link><guid>${address}</guid><pubDate>${day}</pubDate><dc:creator>${names[at % names.length]}</dc:creator><description>${sentence(at + 1, 20)}</description><content:encoded><![CDATA[${bodyOf(at, address)}]]></content:encoded></item>`;
}

function bodyOf(at: number, address: string): string {
  const paragraphs = Array.from(
    { length: 11 },
    (_, line) =>
      `<p>${sentence(at * 13 + line, 32)} <a href="${address}/${line}">${sentence(at + line, 3)}</a> ${sentence(at * 7 + line, 28)}</p>`,
  );
  const picture = `<figure><img src="${address}.jpg" alt="${sentence(at, 8)}"><figcaption>${sentence(at, 12)} Photograph: Ines Caldera/Northern Wire</figcaption></figure>`;
  return [
    picture,
    ...paragraphs.slice(0, 6),
    `<h2>${sentence(at, 4)}</h2>`,
    `<ul><li>${sentence(at, 9)}</li><li>${sentence(at + 5, 9)}</li></ul>`,
    ...paragraphs.slice(6),
  ].join("\n");
}

const words =
  "harbour board quay wall survey berth crane ship estuary council vote budget river field bridge ferry storm tide gauge engineer market grain silo price rope shed winter goal pitch organ pipe choir fish hall auction voice screen census island ballot letter mayor school road bus lane tree elm water treaty village sluice barley".split(
    " ",
  );
const names = ["Ines Caldera", "Tomas Brandvold", "Joost Van der Meulen", "Maren Solbakk", "Henrik Osei"];

/** Words without sense, the same for the same seed. */
export function sentence(seed: number, length: number): string {
  const said = Array.from(
    { length },
    (_, at) => words[(seed * 31 + at * 17 + ((seed * at) % 7)) % words.length] ?? "",
  );
  const text = said.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
