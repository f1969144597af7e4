import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The least a server on this platform can do: one Vert.x handler that answers every request with the same bytes. It prints the port that it
 * listens at, which is a free one if it was given 0.
 */
public final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) throws Exception {
        var body = Buffer.buffer(Files.readAllBytes(Path.of(arguments[1])));
        Vertx.vertx()
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(body))
                .listen()
                .onSuccess(server -> System.out.println(server.actualPort()))
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    System.exit(1);
                });
    }
}
