import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

const documented = [
  "TSInterfaceDeclaration[id.name=/Args$/] TSPropertySignature",
  "ExportNamedDeclaration > ClassDeclaration",
  "ExportNamedDeclaration > FunctionDeclaration",
  "ExportNamedDeclaration > TSInterfaceDeclaration",
  "ExportNamedDeclaration > TSTypeAliasDeclaration",
];

export default tseslint.config(
  { ignores: ["**/node_modules/**", "policy-pack/bin/**"] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 10],
      "max-params": ["error", 4],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      // `new aws.s3.Bucket(...)` registers a resource; keeping the instance is often pointless.
      "no-new": "off",
    },
  },
  {
    // Each has a tsconfig.json, without which the CLI runs no TypeScript; by them, all of AWS's types would be loaded once more each.
    files: ["tests/engine/programs/**/*.ts"],
    languageOptions: { parserOptions: { projectService: false, project: "tsconfig.json" } },
  },
  {
    files: [
      "infra/**/*.ts",
      "stacks/**/*.ts",
      "simulator/**/*.ts",
      "preview/**/*.ts",
      "sandbox/**/*.ts",
      "policy-pack/**/*.ts",
    ],
    plugins: { jsdoc },
    rules: {
      "jsdoc/require-jsdoc": ["error", { contexts: documented, enableFixer: false, publicOnly: true }],
    },
  },
  {
    files: ["infra/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.property.name='Config']",
          message: "Configuration enters in stacks/config.ts.",
        },
        {
          selector: "NewExpression[callee.property.name='StackReference']",
          message: "Stack references live in stacks/.",
        },
        {
          selector: "CallExpression[callee.property.name=/^get(Stack|Project|Organization)$/]",
          message: "A component does not know its stack.",
        },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "A component reads no environment.",
        },
        {
          selector: "MemberExpression[object.property.name='config'][object.object.name='aws']",
          message: "A component gets its Region as an argument.",
        },
      ],
    },
  },
  {
    files: ["tests/**/*.ts"],
    rules: {
      // A describe block is a list of tests, not one function.
      "max-lines-per-function": "off",
    },
  },
  {
    // What the business runs is one file to read and to replace, however much it runs.
    files: ["stacks/catalogue.ts"],
    rules: { "max-lines": "off" },
  },
  { files: ["**/*.mjs", "**/*.cjs"], ...tseslint.configs.disableTypeChecked },
);
