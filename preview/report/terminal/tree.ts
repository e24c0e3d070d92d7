import type { Verdict } from "../../result";
import { isProvider, isStack, shortType, type TreeNode } from "../component-tree";
import { isMandatory, withStanding } from "../standing";
import type { Screen } from "./screen";
import { count, fit, harmless } from "./text";

/** A stack with at most so many resources is shown resource by resource. */
const SMALL_STACK = 25;

/** Components of one type under one parent are shown one by one up to this number. */
const MOST_TWINS = 4;

/** Nodes that share a line, because they are many of one type. */
interface Line {
  readonly nodes: readonly [TreeNode, ...TreeNode[]];
  readonly children: readonly TreeNode[];
}

function linesOf(nodes: readonly TreeNode[], small: boolean): readonly Line[] {
  const groups = new Map<string, [TreeNode, ...TreeNode[]]>();
  for (const node of nodes.filter(({ resource }) => !isProvider(resource))) {
    const group = groups.get(node.resource.type);
    if (group === undefined) groups.set(node.resource.type, [node]);
    else group.push(node);
  }
  return [...groups.values()].flatMap((group) => {
    const together = group[0].resource.custom ? !small : group.length > MOST_TWINS;
    const shared: readonly [TreeNode, ...TreeNode[]][] = together ? [group] : group.map((node) => [node]);
    return shared.map((members) => ({
      nodes: members,
      children: members.flatMap(({ children }) => children),
    }));
  });
}

function belowText(components: number, resources: number): string {
  const parts = [
    ...(components > 0 ? [count(components, "component")] : []),
    ...(resources > 0 ? [count(resources, "resource")] : []),
  ];
  return parts.join(", ");
}

/** Draws the component tree, many resources of one type on one line, failures marked where they are. */
export class TreePainter {
  private readonly mandatory = new Map<string, number>();
  private readonly advisory = new Map<string, number>();

  public constructor(
    private readonly screen: Screen,
    verdicts: readonly Verdict[],
  ) {
    for (const verdict of withStanding(verdicts, "fail")) {
      const failures = isMandatory(verdict) ? this.mandatory : this.advisory;
      failures.set(verdict.urn, (failures.get(verdict.urn) ?? 0) + 1);
    }
  }

  /** The lines of the tree. */
  public draw(roots: readonly TreeNode[]): readonly string[] {
    const resources = roots.reduce((sum, root) => sum + root.resources + Number(root.resource.custom), 0);
    const small = resources <= SMALL_STACK;
    return roots
      .filter(({ resource }) => !isProvider(resource))
      .flatMap((root) => {
        const { children } = root;
        const below = this.branches(children, "", small);
        return isStack(root.resource) ? below : [...this.line({ nodes: [root], children }, ""), ...below];
      });
  }

  private branches(nodes: readonly TreeNode[], indent: string, small: boolean): readonly string[] {
    const lines = linesOf(nodes, small);
    return lines.flatMap((line, index) => {
      const last = index === lines.length - 1;
      const own = this.line(line, `${indent}${last ? "└─ " : "├─ "}`);
      return [...own, ...this.branches(line.children, `${indent}${last ? "   " : "│  "}`, small)];
    });
  }

  private line({ nodes }: Line, stem: string): readonly string[] {
    const { paint, width } = this.screen;
    const [first] = nodes;
    const type = shortType(first.resource.type);
    const mandatory = markOf("✗", nodes, this.mandatory);
    const advisory = markOf("!", nodes, this.advisory);
    const below = first.resource.custom ? "" : this.below(nodes);
    const room =
      width - stem.length - mandatory.length - advisory.length - (below === "" ? 0 : below.length + 2);
    const label = this.label(nodes, type, room);
    const gap = below === "" ? "" : " ".repeat(Math.max(room - label.length + 2, 2));
    const shown = first.resource.custom ? label.text : paint.bold(label.text);
    return [
      `${paint.dim(stem)}${shown}${paint.dim(label.rest)}${paint.red(mandatory)}${paint.yellow(advisory)}${gap}${paint.dim(below)}`,
    ];
  }

  private below(nodes: readonly TreeNode[]): string {
    const sum = (kind: "components" | "resources"): number =>
      nodes.reduce((total, node) => total + node[kind], 0);
    return belowText(sum("components"), sum("resources"));
  }

  /** What is bold, and what follows it quietly, together at most as long as the room. */
  private label(
    nodes: Line["nodes"],
    type: string,
    room: number,
  ): { text: string; rest: string; length: number } {
    const [{ resource }] = nodes;
    if (nodes.length > 1) return labelled(`${nodes.length} × ${type}`, "", room);
    const name = harmless(resource.name);
    return resource.custom ? labelled(type, name, room) : labelled(name, type, room);
  }
}

function markOf(sign: string, nodes: Line["nodes"], failures: ReadonlyMap<string, number>): string {
  const failed = nodes.reduce((sum, { resource }) => sum + (failures.get(resource.urn) ?? 0), 0);
  return failed === 0 ? "" : ` ${sign} ${failed}`;
}

function labelled(
  lead: string,
  follow: string,
  room: number,
): { text: string; rest: string; length: number } {
  const text = fit(lead, room);
  const left = room - text.length - 2;
  const rest = follow === "" || left < 4 ? "" : `  ${fit(follow, left)}`;
  return { text, rest, length: text.length + rest.length };
}
