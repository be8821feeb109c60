import { cleanText } from "../story/body-clean-text.ts";
import { bodyFromHtml } from "../story/body-from-html.ts";
import { textOf } from "../story/body-text.ts";

/** Words without their markup, paragraphs parted by a blank. Text that holds no markup comes back as it is. */
export function plainText(value: string): string {
  if (!/<\/?[a-z!][^<>]*>|&#?\w+;/i.test(value)) return cleanText(value).trim();
  return textOf(bodyFromHtml(value, { base: null }).body)
    .replaceAll("\n", " ")
    .trim();
}
