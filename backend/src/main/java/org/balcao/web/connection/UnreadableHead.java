package org.balcao.web.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.balcao.shared.problem.ProblemType;
import org.balcao.shared.problem.ProblemView;

/**
 * Says as a problem (RFC 9457) why the head of a request was not read, and ends the connection: nobody knows where the next one begins.
 *
 * <p>The rest of the head may still be on its way. A connection that is closed while it comes is reset, and the answer is lost: so only the
 * sending half is closed, and what comes is thrown away until the client closes its half or {@value #LINGER_SECONDS} seconds are over
 * (RFC 9112, 9.6).
 */
final class UnreadableHead {
    static final int LINGER_SECONDS = 2;

    private UnreadableHead() {}

    static void answer(ChannelHandlerContext context, Throwable reason) {
        ProblemType type = switch (reason) {
            case TooLongHttpLineException tooLong -> ProblemType.ADDRESS_TOO_LONG;
            case TooLongHttpHeaderException tooLong -> ProblemType.HEADERS_TOO_LARGE;
            default -> ProblemType.INVALID_QUERY;
        };
        byte[] body = "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(type.uri(), type.title(), type.status(), type.explanation())
                .getBytes(StandardCharsets.UTF_8);
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(type.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(sent -> {
            if (sent.isSuccess() && context.channel() instanceof DuplexChannel connection) {
                connection.shutdownOutput();
                context.executor().schedule(() -> context.close(), LINGER_SECONDS, TimeUnit.SECONDS);
                context.channel().config().setAutoRead(true);
            } else {
                context.close();
            }
        });
    }
}
