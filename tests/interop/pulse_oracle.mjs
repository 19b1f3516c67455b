// SPDX-License-Identifier: MPL-2.0
// npm's taskcluster-client as the judge of bindings. The first line it writes lists the exchanges that it knows, as
// {"service.name": "exchange"}. Then it reads one question a line, {"class", "name", "words"} or {"class", "name",
// "pattern"}, and answers with {"exchange", "pattern"} or {"error"}.
import readline from 'node:readline';
import taskcluster from 'taskcluster-client';

const rootUrl = 'https://tc.example.com';
const makers = Object.fromEntries(Object.keys(taskcluster).filter(name => name.endsWith('Events'))
    .map(name => [name, new taskcluster[name]({ rootUrl })]));

const known = {};
for (const [name, maker] of Object.entries(makers)) {
    for (const method of Object.getOwnPropertyNames(Object.getPrototypeOf(maker))) {
        try {
            known[`${name}.${method}`] = maker[method]().exchange;
        } catch {
            // No function for an exchange.
        }
    }
}
const write = answer => process.stdout.write(JSON.stringify(answer) + '\n');
write(Object.fromEntries(Object.entries(known).filter(([, exchange]) => exchange)));

for await (const text of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(text);
    try {
        const { exchange, routingKeyPattern } = makers[question.class][question.name](question.pattern ?? question.words);
        write({ exchange, pattern: routingKeyPattern });
    } catch (error) {
        write({ error: error.message });
    }
}
