/** Exact hosts of what is commonly embedded in stories, with the name printed beside it. */
const providers: Readonly<Record<string, string>> = {
  "www.youtube.com": "YouTube",
  "youtube.com": "YouTube",
  "m.youtube.com": "YouTube",
  "youtu.be": "YouTube",
  "www.youtube-nocookie.com": "YouTube",
  "youtube-nocookie.com": "YouTube",
  "player.vimeo.com": "Vimeo",
  "vimeo.com": "Vimeo",
  "www.dailymotion.com": "Dailymotion",
  "geo.dailymotion.com": "Dailymotion",
  "twitter.com": "X",
  "www.twitter.com": "X",
  "mobile.twitter.com": "X",
  "platform.twitter.com": "X",
  "x.com": "X",
  "www.instagram.com": "Instagram",
  "instagram.com": "Instagram",
  "www.facebook.com": "Facebook",
  "web.facebook.com": "Facebook",
  "www.tiktok.com": "TikTok",
  "bsky.app": "Bluesky",
  "embed.bsky.app": "Bluesky",
  "www.reddit.com": "Reddit",
  "embed.reddit.com": "Reddit",
  "www.threads.net": "Threads",
  "w.soundcloud.com": "SoundCloud",
  "soundcloud.com": "SoundCloud",
  "open.spotify.com": "Spotify",
  "embed.podcasts.apple.com": "Apple Podcasts",
  "embed.music.apple.com": "Apple Music",
  "embed.acast.com": "Acast",
  "bandcamp.com": "Bandcamp",
  "datawrapper.dwcdn.net": "Datawrapper",
  "flo.uri.sh": "Flourish",
  "public.flourish.studio": "Flourish",
  "e.infogram.com": "Infogram",
  "e.infogr.am": "Infogram",
  "public.tableau.com": "Tableau",
  "interactive.guim.co.uk": "The Guardian",
  "embed.theguardian.com": "The Guardian",
  "www.google.com": "Google Maps",
  "maps.google.com": "Google Maps",
  "www.openstreetmap.org": "OpenStreetMap",
  "umap.openstreetmap.fr": "uMap",
  "embed.documentcloud.org": "DocumentCloud",
  "www.documentcloud.org": "DocumentCloud",
  "archive.org": "Internet Archive",
  "www.scribd.com": "Scribd",
  "www.slideshare.net": "SlideShare",
  "docs.google.com": "Google Docs",
  "codepen.io": "CodePen",
  "gist.github.com": "GitHub",
  "embed.ted.com": "TED",
  "players.brightcove.net": "Brightcove",
  "cdn.jwplayer.com": "JW Player",
  "fast.wistia.net": "Wistia",
  "www.ustream.tv": "Ustream",
  "player.twitch.tv": "Twitch",
  "giphy.com": "Giphy",
};

export const embedHosts: readonly string[] = Object.keys(providers);

/** The known provider of an embed by the exact host of its address, on its usual port and without user info. */
export function findProvider(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "" || url.port !== "") return null;
  if (url.hostname === "www.google.com" && !url.pathname.startsWith("/maps/")) return null;
  return Object.hasOwn(providers, url.hostname) ? (providers[url.hostname] ?? null) : null;
}

/** Who must be named for an embed: the known provider, else the host. */
export const providerOf = (address: string): string =>
  findProvider(address) ?? URL.parse(address)?.host ?? "";
