/** The type every page for people has. */
export const htmlType = "text/html; charset=utf-8";
