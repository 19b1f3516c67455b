// SPDX-License-Identifier: MPL-2.0
// tc-createtask TASK_QUEUE_ID COMMAND...: creates a task for a generic-worker that runs the command, and prints its id.
#include <tc/environment.h>
#include <tc/fromnow.h>
#include <tc/genericworker_types.h>
#include <tc/jsoncodec.h>
#include <tc/queue.h>
#include <tc/slugid.h>
#include <tc/wait.h>

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

//! [payload]
tc::Json payloadFor(const QStringList &command)
{
    tc::genericworker::MultiuserPosixCommandArtifact log;
    log.name = u"public/result.txt"_s;
    log.path = u"result.txt"_s;
    log.type = tc::genericworker::MultiuserPosixCommandArtifactType::File;

    tc::genericworker::MultiuserPosixCommand payload;
    payload.command = QList<QList<QString>> { command };
    payload.maxRunTime = 600; // seconds
    payload.env = QMap<QString, QString> { { u"LANG"_s, u"C.UTF-8"_s } };
    payload.features.emplace().taskclusterProxy = true;
    payload.artifacts = QList { log };
    return tc::Json::parse(tc::encodeJson(payload)).value_or(tc::Json());
}
//! [payload]

int createTask(const QString &taskQueueId, const QStringList &command)
{
    //! [create a task]
    tc::queue::CreateTaskRequest task;
    task.taskQueueId = taskQueueId;
    task.created = QDateTime::currentDateTimeUtc();
    task.deadline = *tc::fromNow(u"3 hours"_s);
    task.expires = *tc::fromNow(u"1 day"_s);
    task.metadata.name = u"Say hello"_s;
    task.metadata.description = u"Runs a command"_s;
    task.metadata.owner = u"somebody@example.com"_s;
    task.metadata.source = u"https://example.com/source"_s;
    task.payload = payloadFor(command);

    tc::Client client(tc::optionsFromEnvironment());
    tc::Queue queue(&client);
    const QString taskId = tc::slugId();
    // Creating the same task again is no error, so this may be tried until it works.
    const auto created = tc::wait(queue.createTask(taskId, task));
    if (!created) {
        std::fprintf(stderr, "tc-createtask: %s\n", qUtf8Printable(created.error.message));
        return 1;
    }
    std::printf("%s %s\n", qUtf8Printable(taskId), qUtf8Printable(created->status.state.toString()));
    //! [create a task]
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3) {
        std::fprintf(stderr, "usage: tc-createtask TASK_QUEUE_ID COMMAND...\n");
        return 2;
    }
    return createTask(words.at(1), words.mid(2));
}
