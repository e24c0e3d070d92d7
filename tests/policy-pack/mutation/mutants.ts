import * as ts from "typescript";

import { isOutsideTheCheck } from "./scope";

/** What is changed: a condition, a bound, a name or a pattern. */
export type Kind = "condition" | "bound" | "name" | "pattern";

/** One small mistake in a source file. */
export interface Mutant {
  readonly kind: Kind;
  readonly line: number;
  /** The text that is replaced, with its place. */
  readonly from: string;
  readonly start: number;
  readonly to: string;
}

type Change = Pick<Mutant, "kind" | "to">;

const OPPOSITES: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: "<=",
  [ts.SyntaxKind.LessThanEqualsToken]: "<",
  [ts.SyntaxKind.GreaterThanToken]: ">=",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">",
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
  [ts.SyntaxKind.AmpersandAmpersandToken]: "||",
  [ts.SyntaxKind.BarBarToken]: "&&",
};

const FLIPPED: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.TrueKeyword]: "false",
  [ts.SyntaxKind.FalseKeyword]: "true",
};

const CALLED_INSTEAD: ReadonlyMap<string, string> = new Map([
  ["some", "every"],
  ["every", "some"],
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
  ["min", "max"],
  ["max", "min"],
]);

/** What stands in for a name, which nothing has. */
const NO_SUCH_NAME = "noSuchName";

/** Of a longer table only so many texts and numbers stand for all: each other is one more row of the same table. */
const LEAVES_TRIED = 2;
const LONG_TABLE = 4;

/** Every mistake that the tool makes in a source file, in the order of the text. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isOutsideTheCheck(node)) return;
    for (const { node: place, change } of changesOf(node)) {
      const start = place.getStart(source);
      const { line } = source.getLineAndCharacterOfPosition(start);
      found.push({ ...change, line: line + 1, from: text.slice(start, place.getEnd()), start });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** The source with the mistake in it. */
export function mutated(text: string, { from, start, to }: Mutant): string {
  return text.slice(0, start) + to + text.slice(start + from.length);
}

interface PlacedChange {
  readonly node: ts.Node;
  readonly change: Change;
}

function changesOf(node: ts.Node): readonly PlacedChange[] {
  const at = (place: ts.Node, kind: Kind, ...texts: readonly string[]): readonly PlacedChange[] =>
    texts.map((to) => ({ node: place, change: { kind, to } }));
  if (ts.isBinaryExpression(node)) {
    const to = OPPOSITES[node.operatorToken.kind];
    return to === undefined ? [] : at(node.operatorToken, "condition", to);
  }
  const condition = conditionOf(node);
  if (condition) return at(condition, "condition", `!(${condition.getText()})`);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return at(node, "condition", node.operand.getText());
  if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
    const to = CALLED_INSTEAD.get(node.name.text);
    return to === undefined ? [] : at(node.name, "condition", to);
  }
  return literalChanges(node, at);
}

/** The condition of a node, unless what is below it is its opposite anyway. */
function conditionOf(node: ts.Node): ts.Expression | undefined {
  const condition = ts.isIfStatement(node)
    ? node.expression
    : ts.isConditionalExpression(node)
      ? node.condition
      : undefined;
  const hasOpposite =
    condition &&
    ((ts.isBinaryExpression(condition) && /^[!=]==$/.test(condition.operatorToken.getText())) ||
      ts.isPrefixUnaryExpression(condition));
  return hasOpposite ? undefined : condition;
}

function literalChanges(
  node: ts.Node,
  at: (place: ts.Node, kind: Kind, ...texts: readonly string[]) => readonly PlacedChange[],
): readonly PlacedChange[] {
  const flipped = FLIPPED[node.kind];
  if (flipped !== undefined) return at(node, "condition", flipped);
  if (ts.isNumericLiteral(node) && !isNameOf(node) && isRowTried(node))
    return at(node, "bound", ...nextTo(node));
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return isName(node.text) && isRowTried(node)
      ? at(node, "name", JSON.stringify(node.text + NO_SUCH_NAME))
      : [];
  if (ts.isRegularExpressionLiteral(node)) return at(node, "pattern", ...looserPatterns(node.text));
  return [];
}

/** No text at all is no name, and a sentence is for people. */
function isName(text: string): boolean {
  return text !== "" && !/^(https:|[A-Z]\w* .* )/.test(text);
}

/** Whether a literal is a key of an object, not a value in it. */
function isNameOf(node: ts.Expression): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

function nextTo({ text }: ts.NumericLiteral): readonly string[] {
  const value = Number(text.replaceAll("_", ""));
  return [String(value + 1), value > 0 ? String(value - 1) : `(${value - 1})`];
}

/** Whether a text or number of a longer table is one that stands for the others. */
function isRowTried(node: ts.Expression): boolean {
  const table = tableAround(node);
  if (!table) return true;
  const leaves = leavesOf(table);
  return leaves.length <= LONG_TABLE || leaves.indexOf(node) < LEAVES_TRIED;
}

/** The table that a literal belongs to: what a constant is set to, or a list within something else. */
function tableAround(node: ts.Expression): ts.Node | undefined {
  let around: ts.Node = node.parent;
  let table: ts.Node | undefined;
  let list: ts.Node | undefined;
  for (; isData(around); around = around.parent) {
    if (ts.isArrayLiteralExpression(around)) list = around;
    if (!ts.isPropertyAssignment(around) && !ts.isSpreadElement(around)) table = around;
    if (isTokens(around)) list = around;
  }
  return isConstant(around) ? table : list;
}

function isData(node: ts.Node): boolean {
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isSpreadElement(node) ||
    isTokens(node)
  );
}

/** Types are listed with all the tokens that they have. */
function isTokens(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === "tokens";
}

/** Whether a node only gives a name or a form to the data below it. */
function isConstant(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) || ts.isAsExpression(node) || ts.isNewExpression(node);
}

function leavesOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isLiteralExpression(node)) return [node];
  const leaves: ts.Node[] = [];
  node.forEachChild((child) => {
    leaves.push(...leavesOf(child));
  });
  return leaves;
}

/** A pattern without its anchors, and with another opinion of letter case. */
function looserPatterns(written: string): readonly string[] {
  const end = written.lastIndexOf("/");
  const body = written.slice(1, end);
  const flags = written.slice(end + 1);
  const isAnchored = body.startsWith("^") && !body.includes("|");
  const isClosed = body.endsWith("$") && !body.endsWith("\\$") && !body.includes("|");
  return [
    ...(isAnchored ? [`/${body.slice(1)}/${flags}`] : []),
    ...(isClosed ? [`/${body.slice(0, -1)}/${flags}`] : []),
    ...(flags.includes("i") ? [`/${body}/${flags.replace("i", "")}`] : []),
  ];
}
