// SPDX-License-Identifier: MPL-2.0
// The peer of bench_decode: JSON.parse of the same bytes. A round is the mean of ten pages.
import fs from 'node:fs';
import { worker } from './worker.mjs';

const bytes = fs.readFileSync(process.argv[2]);
const pages = 10;

await worker(() => {
    let tasks = 0;
    const start = performance.now();
    for (let page = 0; page < pages; ++page) tasks += JSON.parse(bytes.toString()).tasks.length;
    const time = performance.now() - start;
    if (tasks !== pages * 1000) throw new Error(`${tasks} tasks`);
    return time / pages;
});
