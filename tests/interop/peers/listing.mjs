// SPDX-License-Identifier: MPL-2.0
// The peer of bench_listing: the official client, page by page, as its guide shows it.
import taskcluster from 'taskcluster-client';
import { worker } from './worker.mjs';

const queue = new taskcluster.Queue(taskcluster.fromEnvVars());

await worker(async () => {
    const start = performance.now();
    let tasks = 0;
    let continuationToken;
    do {
        const query = continuationToken ? { continuationToken, limit: 1000 } : { limit: 1000 };
        const page = await queue.listTaskGroup(process.env.BENCH_GROUP, query);
        tasks += page.tasks.length;
        continuationToken = page.continuationToken;
    } while (continuationToken);
    if (tasks !== 12000) throw new Error(`${tasks} tasks`);
    return performance.now() - start;
});
