// Files caught between two states. An editor may empty a file before it writes
// it, or remove it before it puts the new one in its place; who looks at that
// moment would see an issue vanish that is there before and after.

/** Who writes a file pauses for less than this, unless the file is done. */
const WRITTEN_MS = 80;
/** A file that went may be on its way back. */
const GONE_MS = 500;

export interface Patience {
  /** Begins a look at all files. The first of all takes them as they are. */
  begin(): void;
  /** Whether somebody may still be writing a file that was changed at that time, in ms since 1970. */
  isWritten(mtimeMs: number): boolean;
  /** Whether a file that is not there now may be on its way back. */
  mayComeBack(file: string): boolean;
  /** It is there. */
  isThere(file: string): void;
  /** Whether this look met such a file, so that another is needed. */
  unsettled(): boolean;
}

export function createPatience(now: () => number = Date.now): Patience {
  const gone = new Map<string, number>();
  let looks = 0;
  let unsettled = false;
  return {
    begin() {
      looks += 1;
      unsettled = false;
    },
    isWritten(mtimeMs) {
      const age = now() - mtimeMs;
      // The clock of a network drive may be ahead for good.
      const young = looks > 1 && age < WRITTEN_MS && age > -WRITTEN_MS;
      unsettled ||= young;
      return young;
    },
    mayComeBack(file) {
      const since = gone.get(file) ?? now();
      gone.set(file, since);
      const recent = looks > 1 && now() - since < GONE_MS;
      if (recent) unsettled = true;
      else gone.delete(file);
      return recent;
    },
    isThere: (file) => void gone.delete(file),
    unsettled: () => unsettled,
  };
}
