package org.balcao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.balcao.shared.KeptDocuments;
import org.balcao.shared.PublicUrlTest;
import org.balcao.shared.RecordPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People get the page while the directory is slow or away, and robots are told to come again. */
class RecordDocumentsTest {
    private static final Path SHELL = Path.of("src/test/resources/page/pt/shell.html");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aDirectoryThatIsAwayLeavesTheShell() throws Exception {
        shellWith503(ask((kind, id, language) -> {
            throw new IllegalStateException("away");
        }));
    }

    @Test
    void nobodyWaitsForADirectoryThatDoesNotAnswer() throws Exception {
        var never = new CountDownLatch(1);
        try {
            shellWith503(ask((kind, id, language) -> {
                await(never);
                return new RecordPages.Missing();
            }));
        } finally {
            never.countDown();
        }
    }

    @Test
    void whatWasMergedIsAtTheOtherAddress() throws Exception {
        var answer = ask((kind, id, language) -> new RecordPages.Moved("other"));
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/pt/services/other");
    }

    private static void shellWith503(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("<title>Balcão</title>", "moldura");
    }

    private HttpResponse<String> ask(RecordPages records) throws IOException, InterruptedException {
        var documents = new RecordDocuments(
                records, new MadeDocuments(new NothingKept(), vertx), PublicUrlTest.of("https://balcao.example"));
        var page = new RecordDocuments.Page(
                "pt",
                new PageLanguages(List.of("pt")),
                new Beginning(PageFile.read(SHELL), Shell.read(SHELL)),
                id -> List.of());
        var router = Router.router(vertx);
        router.get("/pt/*").handler(request -> documents.answer(request, "services/1", page));
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/pt/services/1"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class NothingKept implements KeptDocuments {
        @Override
        public boolean takesGzip(String acceptEncoding) {
            return false;
        }

        @Override
        public Optional<Document> find(String address, boolean gzip) {
            return Optional.empty();
        }

        @Override
        public Place begin(String address, boolean gzip, HoldsFor time) {
            return body -> new Document(body, false, "W/\"1\"");
        }
    }
}
