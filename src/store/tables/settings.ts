/** Small named values of the newsroom as JSON ("paper", "install"). */
export type Settings = {
  find(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
};
