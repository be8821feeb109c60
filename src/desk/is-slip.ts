/**
 * True when `odd` is `usual` with one slip of the keyboard: a letter too many, too few, another one, or two swapped,
 * and neither at the first letter nor an ending put on or taken off (plural, genitive, inflected form) unless the
 * last letter was doubled.
 */
export function isSlip(odd: string, usual: string): boolean {
  const longer = odd.length > usual.length ? odd : usual;
  const shorter = longer === odd ? usual : odd;
  if (odd === usual || longer.length - shorter.length > 1 || odd[0] !== usual[0]) return false;
  const from = firstDifference(odd, usual);
  if (longer.length > shorter.length) {
    if (longer.slice(from + 1) !== shorter.slice(from)) return false;
    const ending = from >= shorter.length;
    return !ending || (longer.at(-1) === shorter.at(-1) && !longer.endsWith("ss"));
  }
  if (odd.slice(from + 1) === usual.slice(from + 1)) return from < odd.length - 1;
  return (
    odd[from] === usual[from + 1] &&
    odd[from + 1] === usual[from] &&
    odd.slice(from + 2) === usual.slice(from + 2)
  );
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
