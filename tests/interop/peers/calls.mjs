// SPDX-License-Identifier: MPL-2.0
// The peer of bench_calls: the official client, one call after the other. A round is 200 calls.
import taskcluster from 'taskcluster-client';
import { worker } from './worker.mjs';

const queue = new taskcluster.Queue(taskcluster.fromEnvVars());
const taskId = process.env.BENCH_TASK_ID;

await worker(async () => {
    const start = performance.now();
    for (let call = 0; call < 200; ++call) {
        const task = await queue.task(taskId);
        if (!task.metadata.name) throw new Error('that is no task');
    }
    return performance.now() - start;
});
