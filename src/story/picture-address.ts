/** The widths, in pixels, renditions are made in, and nothing between: the public address cannot ask for work without end. */
export const renditionWidths = [320, 480, 640, 960, 1280, 1600] as const;
export type RenditionWidth = (typeof renditionWidths)[number];

/** The best first, as a `<picture>` lists them. */
export const renditionFormats = ["avif", "webp", "jpeg"] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

export const renditionTypes: Readonly<Record<RenditionFormat, string>> = {
  avif: "image/avif",
  webp: "image/webp",
  jpeg: "image/jpeg",
};

/** Where a rendition of a kept picture lies on our own site: `/picture/<id>/<width>.<ext>`. */
export const pictureAddress = (id: string, width: RenditionWidth, format: RenditionFormat): string =>
  `/picture/${id}/${width}.${format}`;

/** The widths worth offering: none wider than the picture itself, but always one. Without a known width, all. */
export const widthsFor = (width: number | null): readonly RenditionWidth[] =>
  width === null ? renditionWidths : renditionWidths.filter((each, at) => at === 0 || each <= width);

export type AskedRendition = {
  readonly id: string;
  readonly width: RenditionWidth;
  readonly format: RenditionFormat;
};

/** Reads such an address back; undefined for one we never write. */
export function readPictureAddress(path: string): AskedRendition | undefined {
  const found = /^\/picture\/([0-9a-z]{1,64})\/([0-9]{3,4})\.([a-z]{4})$/.exec(path);
  const width = renditionWidths.find((each) => String(each) === found?.[2]);
  const format = renditionFormats.find((each) => each === found?.[3]);
  const id = found?.[1];
  return id !== undefined && width !== undefined && format !== undefined ? { id, width, format } : undefined;
}
