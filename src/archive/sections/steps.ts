// Numbered steps.

const STEP =
  /^\s*(?:step|stage|phase|schritt|étape|etape|paso|passo|passaggio|stap|krok|шаг|adım|步骤|第)\s*(\d{1,2}|[一二三四五六七八九十])(?!\d)/iu;

/** The number of a step that a heading announces ("Step 3: Cut"), as written; null for others. */
export function stepNumber(heading: string): string | null {
  return STEP.exec(heading)?.[1] ?? null;
}
