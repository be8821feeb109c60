/** A value as it lies in a JSON column. */
export const toJson = (value: unknown): string => JSON.stringify(value);

/** A JSON column as the value that was put there. */
export function fromJson<Shape>(text: string): Shape {
  // Only toJson of the same column ever wrote this text, in the shape its table says.
  return JSON.parse(text) as Shape;
}
