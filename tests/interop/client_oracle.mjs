// SPDX-License-Identifier: MPL-2.0
// The official JavaScript packages as the judge of credentials, signed URLs, ids, times and scopes. Reads one question a
// line as JSON, {"ask": "...", ...}, and answers with one line; what throws is answered by {"thrown": "..."}.
import crypto from 'node:crypto';
import readline from 'node:readline';
import scopeUtils from 'taskcluster-lib-scopes';
import slugid from 'slugid';
import taskcluster from 'taskcluster-client';

const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest('base64');
const minutes = 60 * 1000;
const days = 24 * 60 * minutes;

// What is wrong with temporary credentials, as the service's documentation has it; written from the description of the
// signed text, not with any client's code.
function refusal({ credentials, issuer, now }) {
    const { version, scopes, start, expiry, seed, signature, issuer: named } = JSON.parse(credentials.certificate);
    if (version !== 1) return 'version';
    if (typeof seed !== 'string' || seed.length !== 44) return 'seed';
    if (start > now + 5 * minutes || expiry < now - 5 * minutes || expiry - start > 31 * days) return 'time';
    if (!Array.isArray(scopes) || !scopes.every(scope => /^[\x20-\x7e]*$/.test(scope))) return 'scopes';
    const isNamed = named !== undefined && named !== null;
    if (isNamed ? named !== issuer.clientId || named === credentials.clientId : credentials.clientId !== issuer.clientId)
        return 'issuer';
    const lines = ['version:1'];
    if (isNamed) lines.push(`clientId:${credentials.clientId}`, `issuer:${named}`);
    lines.push(`seed:${seed}`, `start:${start}`, `expiry:${expiry}`, 'scopes:', ...scopes);
    if (signature !== hmac(issuer.accessToken, lines.join('\n'))) return 'signature';
    const token = hmac(issuer.accessToken, seed).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    return credentials.accessToken === token ? '' : 'token';
}

function issue({ issuer, options }) {
    return taskcluster.createTemporaryCredentials({
        ...options,
        start: new Date(options.start),
        expiry: new Date(options.expiry),
        credentials: issuer,
    });
}

function signedUrl({ rootUrl, credentials, authorizedScopes, service, method, args, expiration }) {
    const client = new taskcluster[service]({ rootUrl, credentials, authorizedScopes });
    return { url: client.buildSignedUrl(client[method], ...args, { expiration }) };
}

function fromNow([offset, reference]) {
    try {
        const time = taskcluster.fromNow(offset, new Date(reference)).getTime();
        return Number.isNaN(time) ? null : time;
    } catch (error) {
        return 'thrown';
    }
}

// lib-scopes sorts what it is given.
const sorted = list => [...list].sort(scopeUtils.scopeCompare);

function scopes({ held, other, expression, sets }) {
    return {
        normalised: scopeUtils.normalizeScopeSet(sorted(held)),
        united: scopeUtils.scopeUnion([...held], [...other]),
        intersected: scopeUtils.normalizeScopeSet(sorted(scopeUtils.scopeIntersection(held, other))),
        satisfied: scopeUtils.satisfiesExpression(held, expression),
        missing: scopeUtils.removeGivenScopes(held, expression),
        matched: sets.some(set => scopeUtils.satisfiesExpression(held, { AllOf: set })),
    };
}

const questions = {
    verify: question => ({ refusal: refusal(question) }),
    issue,
    information: ({ rootUrl, credentials }) => taskcluster.credentialInformation(rootUrl, credentials),
    signedUrl,
    fromNow: ({ inputs }) => ({ times: inputs.map(fromNow) }),
    slugs: ({ count }) => ({ ids: Array.from({ length: count }, (_, i) => (i % 2 ? slugid.v4() : taskcluster.slugid())) }),
    decode: ({ ids }) => ({ uuids: ids.map(slugid.decode) }),
    encode: ({ uuids }) => ({ ids: uuids.map(slugid.encode) }),
    scopes: ({ cases }) => ({ answers: cases.map(scopes) }),
};

for await (const text of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
        const question = JSON.parse(text);
        answer = await questions[question.ask](question);
    } catch (error) {
        answer = { thrown: error.message };
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
}
