# SPDX-License-Identifier: MPL-2.0
target_compile_definitions(tc PRIVATE TC_VERSION="${PROJECT_VERSION}")

# Calls, signatures, connections. Public headers with Q_OBJECT stand here for moc.
target_sources(
  tc
  PRIVATE include/tc/artifactupload.h
          include/tc/client.h
          include/tc/credentialcheck.h
          include/tc/download.h
          include/tc/pagedreply.h
          include/tc/reply.h
          include/tc/signin.h
          include/tc/transfer.h
          include/tc/upload.h
          src/auth/certificate.cpp
          src/auth/credentials.cpp
          src/auth/hawk.cpp
          src/auth/hmac.cpp
          src/auth/temporarycredentials.cpp
          src/call/apicall.cpp
          src/call/bodyjob.cpp
          src/call/client.cpp
          src/call/config.cpp
          src/call/environment.cpp
          src/call/errorparser.cpp
          src/call/pagedreply.cpp
          src/call/pagetokens.cpp
          src/call/pagewalk.cpp
          src/call/reply.cpp
          src/call/replyprivate.cpp
          src/call/retrypolicy.cpp
          src/call/secretsloader.cpp
          src/call/wait.cpp
          src/http/accessmanager.cpp
          src/http/bodydevice.cpp
          src/http/exchange.cpp
          src/http/fakereply.cpp
          src/http/faketransport.cpp
          src/http/httplog.cpp
          src/http/inflater.cpp
          src/http/proxies.cpp
          src/http/redact.cpp
          src/signin/callbackconnection.cpp
          src/signin/callbackpage.cpp
          src/signin/callbackrequest.cpp
          src/signin/callbackserver.cpp
          src/signin/credentialcheck.cpp
          src/signin/signin.cpp
          src/transfer/artifactupload.cpp
          src/transfer/artifactuploadprivate.cpp
          src/transfer/contentsink.cpp
          src/transfer/contentsource.cpp
          src/transfer/download.cpp
          src/transfer/downloadbody.cpp
          src/transfer/downloadprivate.cpp
          src/transfer/hasher.cpp
          src/transfer/hostcheck.cpp
          src/transfer/partfile.cpp
          src/transfer/partinfo.cpp
          src/transfer/putprivate.cpp
          src/transfer/resumepoint.cpp
          src/transfer/sourcereader.cpp
          src/transfer/sourcestream.cpp
          src/transfer/storageerror.cpp
          src/transfer/transfer.cpp
          src/transfer/transferprivate.cpp
          src/transfer/upload.cpp
          src/transfer/uploadprivate.cpp
          src/util/contentrange.cpp
          src/util/httpdate.cpp
          src/util/logging.cpp
          src/util/urls.cpp
          src/util/version.cpp)

# JSON, and what the generated services are made of.
target_sources(
  tc
  PRIVATE src/json/json.cpp
          src/json/jsoncheck.cpp
          src/json/jsoncodec.cpp
          src/json/jsonformat.cpp
          src/json/jsonreader.cpp
          src/json/jsonreaderstate.cpp
          src/json/jsontext.cpp
          src/json/jsonwriter.cpp
          src/json/unknownmembers.cpp
          src/util/callparts.cpp
          src/util/pulse.cpp
          src/util/routingkey.cpp)

# Algorithms that need no deployment: ids, times, what scopes permit.
target_sources(
  tc
  PRIVATE src/scopes/scopeexpression.cpp
          src/scopes/scopejudge.cpp
          src/scopes/scopelists.cpp
          src/util/fromnow.cpp
          src/util/slugid.cpp)
