import * as ts from "typescript";

/** What a control says of itself: documents are made of it, and its tests are those of the registry. */
const ABOUT = new Set([
  ...["id", "name", "title", "why", "fix", "severity", "enforcement", "references"],
  ...["description", "type", "items", "enum", "minimum", "maximum", "minLength", "minItems", "maxItems"],
  ...["pattern", "format", "checkedBy", "profiles"],
]);

/** Functions that make text of something, for people. */
const WORDING = new Set(["text", "word", "setting", "key", "list", "ports", "range"]);

/** Functions of verdicts, with the number of arguments that decide something. */
const VERDICTS = new Set(["fail", "undetermined", "notApplicable"]);

/** Whether a piece of source decides nothing: types, imports, what a control is called, and what people are told. */
export function isOutsideTheCheck(node: ts.Node): boolean {
  if (isDeclared(node)) return true;
  if (ts.isVariableDeclaration(node)) return node.type?.getText() === "CheckedElsewhere";
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === "text";
  if (ts.isPropertyAssignment(node)) return isAbout(node);
  if (ts.isConditionalExpression(node)) return isWording(node);
  return ts.isExpression(node) && isTold(node);
}

/** Whether a piece of source only says what there is, or gives up. */
function isDeclared(node: ts.Node): boolean {
  return [
    ts.isImportDeclaration,
    ts.isTypeNode,
    ts.isThrowStatement,
    ts.isInterfaceDeclaration,
    ts.isTypeAliasDeclaration,
  ].some((is) => is(node));
}

function isAbout(node: ts.PropertyAssignment): boolean {
  return ABOUT.has(node.name.getText()) && isInControl(node);
}

function isInControl(node: ts.Node): boolean {
  for (let around: ts.Node = node; !ts.isSourceFile(around); around = around.parent)
    if (ts.isCallExpression(around))
      return ["defineControl", "owned"].some((name) => around.expression.getText().startsWith(name));
  return /\bparameters?\b/i.test(node.getSourceFile().fileName) || isParameter(node);
}

/** A parameter of a control, which has a description and a default, or a schema that several share. */
function isParameter({ parent }: ts.PropertyAssignment | ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(parent)) return false;
  const names = parent.properties.map((property) => property.name?.getText());
  const isSchema = names.includes("minimum") && names.includes("maximum");
  return isSchema || (names.includes("description") && names.includes("default"));
}

/** A choice between texts, or between a text and none. */
function isWording({ whenTrue, whenFalse }: ts.ConditionalExpression): boolean {
  const isNothing = (node: ts.Expression): boolean =>
    (ts.isArrayLiteralExpression(node) && node.elements.length === 0) || node.getText() === '""';
  const branches = [whenTrue, whenFalse];
  return branches.some(isText) && branches.every((branch) => isText(branch) || isNothing(branch));
}

function isText(node: ts.Expression): boolean {
  return ts.isTaggedTemplateExpression(node)
    ? node.tag.getText() === "text"
    : ts.isCallExpression(node) && WORDING.has(node.expression.getText());
}

/** Whether an expression is told to people: an argument of a text, or the place and message of a verdict. */
function isTold(node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.expression === node) return false;
  const called = parent.expression.getText();
  if (WORDING.has(called)) return isImported(parent.expression, "verdict/text");
  if (!VERDICTS.has(called) || !isImported(parent.expression, "verdict/outcome")) return false;
  return true;
}

function isImported(name: ts.Node, module: string): boolean {
  return name
    .getSourceFile()
    .statements.some(
      (statement) =>
        ts.isImportDeclaration(statement) &&
        statement.moduleSpecifier.getText().includes(module) &&
        new RegExp(`\\b${name.getText()}\\b`).test(statement.importClause?.getText() ?? ""),
    );
}
