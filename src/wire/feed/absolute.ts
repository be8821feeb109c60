import { isSafeAddress } from "../../story/body.ts";
import { resolve } from "./xml-scope.ts";

/** An address made absolute; null where it is empty, stays relative, or is none that may be linked. */
export function absolute(address: string | null | undefined, base: string | null): string | null {
  if (!address?.trim()) return null;
  const whole = resolve(address, base);
  return /^(?:https?|mailto|tel):/i.test(whole) && whole.length <= 8192 && isSafeAddress(whole)
    ? whole
    : null;
}
