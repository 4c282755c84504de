// Reads lines {"schema":...,"values":[...]} and answers each with a line of 1 and 0: is the value valid?
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv2020({
  strict: true,
  strictNumbers: true,
  allowUnionTypes: true, // "type": ["string", "null"] is meant
  unicodeRegExp: true,
  validateFormats: true,
  ownProperties: true, // an inherited toString is no property
  allErrors: false,
  messages: false,
  addUsedSchema: false,
});
addFormats(ajv, { mode: 'full' });

let rest = Buffer.alloc(0);
process.stdin.on('data', (chunk) => {
  rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
  for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
    const line = rest.toString('utf8', 0, end);
    rest = rest.subarray(end + 1);
    process.stdout.write(answer(line) + '\n');
  }
});

function answer(line) {
  try {
    const { schema, values } = JSON.parse(line);
    const validate = ajv.compile(schema);
    const verdicts = values.map((value) => (validate(value) ? '1' : '0')).join('');
    ajv.removeSchema(schema);
    return verdicts;
  } catch (error) {
    return 'error: ' + String(error.message).replaceAll('\n', ' ');
  }
}
