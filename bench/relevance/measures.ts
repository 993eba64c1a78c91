// How good a ranking is, by the definitions of trec_eval.

export interface Measures {
  'nDCG@10': number;
  MAP: number;
  'recall@100': number;
}

/** `ranked`: the ids found, best first, at least 100 where so many are. `grades`: by id, 0 for not relevant. */
export function measure(ranked: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  const relevant = [...grades.values()].filter((grade) => grade > 0);
  if (relevant.length === 0) return { 'nDCG@10': 0, MAP: 0, 'recall@100': 0 };
  const ideal = [...relevant].sort((a, b) => b - a);
  const gains = ranked.map((id) => grades.get(id) ?? 0);
  let hits = 0;
  let precisions = 0;
  gains.forEach((gain, index) => {
    if (gain === 0) return;
    hits += 1;
    precisions += hits / (index + 1);
  });
  return {
    'nDCG@10': dcg(gains.slice(0, 10)) / dcg(ideal.slice(0, 10)),
    MAP: precisions / relevant.length,
    'recall@100': gains.slice(0, 100).filter((gain) => gain > 0).length / relevant.length,
  };
}

function dcg(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}

export function mean(all: readonly Measures[]): Measures {
  const of = (name: keyof Measures): number =>
    all.reduce((sum, one) => sum + one[name], 0) / Math.max(1, all.length);
  return { 'nDCG@10': of('nDCG@10'), MAP: of('MAP'), 'recall@100': of('recall@100') };
}
