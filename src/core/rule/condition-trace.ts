import type { RegisterRecord } from '../register/record.ts';
import { compileCondition, PendingState } from './closures.ts';
import type { RuleContext } from './context.ts';
import type { Condition } from './format.ts';
import { FALSE, TRUE, UNKNOWN } from './kleene.ts';
import type { Tri } from './kleene.ts';
import { childrenOf, isLeaf } from './reads.ts';

/** What one node of a condition did over all records that reached it. */
export interface NodeUse {
  /** `violations[0].when.all[1]`, as the mutation run writes it. */
  readonly path: string;
  /** The node as written. */
  readonly condition: Condition;
  true: number;
  false: number;
  unknown: number;
  /** Records whose whole condition would have come out otherwise, had this node (MC/DC: it alone decided). */
  decided: number;
}

interface TracedNode {
  readonly use: NodeUse;
  readonly combine: 'leaf' | 'all' | 'any';
  readonly children: readonly TracedNode[];
  readonly evaluate: (record: RegisterRecord) => Tri;
  value: Tri;
}

const least = (a: Tri, b: Tri): Tri => (a < b ? a : b);
const greatest = (a: Tri, b: Tri): Tri => (a > b ? a : b);

/** Evaluates every node of a condition, and counts which of them decided: slow, for reports and not for the bulk pass. */
export class ConditionTrace {
  readonly #root: TracedNode;
  readonly #nodes: TracedNode[] = [];

  constructor(condition: Condition, path: string, context: RuleContext, register: string) {
    const pending = new PendingState();
    const trace = (node: Condition, at: string): TracedNode => {
      const combine = isLeaf(node) ? 'leaf' : 'all' in node ? 'all' : 'any';
      const traced: TracedNode = {
        use: { path: at, condition: node, true: 0, false: 0, unknown: 0, decided: 0 },
        combine,
        evaluate: isLeaf(node) ? compileCondition(node, context, register, pending).evaluate : () => UNKNOWN,
        children: childrenOf(node).map((child, index) => trace(child, `${at}.${combine}[${index}]`)),
        value: UNKNOWN,
      };
      this.#nodes.push(traced);
      return traced;
    };
    this.#root = trace(condition, path);
  }

  /** Counts one record. @returns what the whole condition says of it */
  count(record: RegisterRecord): Tri {
    const value = this.#evaluate(this.#root, record);
    this.#decide(this.#root, value !== UNKNOWN);
    return value;
  }

  /** From the outside in: a node stands before its children. */
  uses(): readonly NodeUse[] {
    return this.#nodes.map(({ use }) => use).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #evaluate(node: TracedNode, record: RegisterRecord): Tri {
    const { children, combine, use } = node;
    const values = children.map((child) => this.#evaluate(child, record));
    if (combine === 'leaf') node.value = node.evaluate(record);
    else if (combine === 'all') node.value = values.reduce(least, TRUE);
    else node.value = values.reduce(greatest, FALSE);
    use[node.value === TRUE ? 'true' : node.value === FALSE ? 'false' : 'unknown'] += 1;
    return node.value;
  }

  /** A child decides where its parent does, and the parent's value is the child's alone. */
  #decide(node: TracedNode, decides: boolean): void {
    if (decides) node.use.decided += 1;
    const neutral = node.combine === 'all' ? TRUE : FALSE;
    for (const child of node.children) {
      const alone = node.children.every((other) => other === child || other.value === neutral);
      this.#decide(child, decides && alone);
    }
  }
}
