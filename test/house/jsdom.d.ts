// The little we use of jsdom in tests: a window for DOMPurify, our oracle for what is dangerous.
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string);
    readonly window: Window & typeof globalThis;
  }
}
