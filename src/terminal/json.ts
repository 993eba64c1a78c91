/** What `--json` prints. Trees are for HTML; whoever reads JSON gets the text. */
export function json(data: unknown): string {
  return `${JSON.stringify(data, (key, value: unknown) => (key === 'tree' ? undefined : value), 2)}\n`;
}
