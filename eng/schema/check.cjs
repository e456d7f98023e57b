// Checks JSON documents, one a file, against a schema: node check.cjs SCHEMA DOCUMENT...
const fs = require("node:fs");
const { default: Ajv } = require("ajv");

const [schemaFile, ...documents] = process.argv.slice(2);
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, allowUnionTypes: true });
const validate = compile();
let failed = false;
for (const document of documents) {
  if (!validate(JSON.parse(fs.readFileSync(document, "utf8")))) {
    failed = true;
    for (const error of validate.errors) {
      console.log(`${document}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
    }
  }
}
process.exit(failed ? 1 : 0);

function compile() {
  try {
    return ajv.compile(JSON.parse(fs.readFileSync(schemaFile, "utf8")));
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
