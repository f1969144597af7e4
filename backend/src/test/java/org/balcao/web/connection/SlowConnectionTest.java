package org.balcao.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who is let go, on a connection whose clock is moved by hand. */
class SlowConnectionTest {
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 1_000);
    private static final String HEAD = "GET /api/ HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String HEAD_OF_BODY = "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n";

    private final EmbeddedChannel connection = connection();

    private static EmbeddedChannel connection() {
        var channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(new SlowConnection(LIMITS), new HttpRequestDecoder(), new HttpResponseEncoder());
        channel.pipeline().fireChannelActive();
        return channel;
    }

    @Test
    void aConnectionThatSaysNothingIsLetGo() {
        assertThat(isOpenAfter(9)).isTrue();
        assertThat(isOpenAfter(3)).isFalse();
    }

    @Test
    void aHeadThatDripsInIsLetGo() {
        boolean open = true;
        for (int second = 0; open && second < 12; second++) {
            say(second == 0 ? "GET /api/ HTTP/1.1\r\nX: " : "x");
            open = isOpenAfter(1);
        }
        assertThat(open).isFalse();
    }

    @Test
    void aBodyThatDripsInIsLetGo() {
        say(HEAD_OF_BODY);
        boolean open = true;
        for (int second = 0; open && second < 40; second++) {
            say("x");
            open = isOpenAfter(1);
        }
        assertThat(open).isFalse();
    }

    @Test
    void aBodyThatComesSlowlyAndSteadilyIsAwaited() {
        say(HEAD_OF_BODY);
        for (int second = 0; second < 300; second++) {
            say("x".repeat(100));
            assertThat(isOpenAfter(1)).isTrue();
        }
    }

    @Test
    void aReaderIsNotBlamedForWaitingWhenTheProgramAsksForIt() {
        say(HEAD_OF_BODY);
        connection.config().setAutoRead(false);
        assertThat(isOpenAfter(120)).isTrue();
        connection.config().setAutoRead(true);
        assertThat(isOpenAfter(40)).isFalse();
    }

    @Test
    void whatWasAskedMayTakeItsTimeToAnswer() {
        say(HEAD);
        assertThat(isOpenAfter(300)).isTrue();
    }

    @Test
    void anotherRequestHasItsOwnTimeFromItsFirstByte() {
        say(HEAD);
        answer();
        assertThat(isOpenAfter(60)).isTrue();
        say("GET");
        assertThat(isOpenAfter(9)).isTrue();
        assertThat(isOpenAfter(3)).isFalse();
    }

    @Test
    void theHeadAfterABodyThatWasRefusedEarlyHasItsOwnTimeToo() {
        say("POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\nfour");
        answer();
        say("more");
        assertThat(isOpenAfter(60)).isTrue();
        boolean open = true;
        for (int second = 0; open && second < 12; second++) {
            say(second == 0 ? "GET /api/ HTTP/1.1\r\nX: " : "x");
            open = isOpenAfter(1);
        }
        assertThat(open).isFalse();
    }

    @Test
    void aBodyThatWasRefusedEarlyStillHasToCome() {
        say(HEAD_OF_BODY);
        answer();
        boolean open = true;
        for (int second = 0; open && second < 40; second++) {
            say("x");
            open = isOpenAfter(1);
        }
        assertThat(open).isFalse();
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() {
        say("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(said())
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "/api/problems/address-too-long");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void headersThatAreTooLargeAreAProblem() {
        say("GET / HTTP/1.1\r\nX: " + "a".repeat(9_000) + "\r\n\r\n");
        assertThat(said()).startsWith("HTTP/1.1 431").contains("/api/problems/headers-too-large");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatIsNoRequestIsAProblem() {
        say("\u0016\u0003\u0001 hello\r\n\r\n");
        assertThat(said()).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatIsNoRequestBehindOneThatWaitsIsAProblemAfterItsAnswer() {
        say(HEAD);
        say("x".repeat(9_000) + "\r\n\r\n");
        assertThat(said()).isEmpty();
        answer();
        assertThat(said())
                .startsWith("HTTP/1.1 204")
                .containsOnlyOnce("HTTP/1.1 414")
                .contains("/api/problems/address-too-long");
        assertThat(connection.isOpen()).isFalse();
    }

    private void say(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    private void answer() {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
    }

    private String said() {
        var text = new StringBuilder();
        for (Object part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
            text.append(((ByteBuf) part).toString(StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private boolean isOpenAfter(int seconds) {
        for (int second = 0; second < seconds; second++) {
            connection.advanceTimeBy(1, TimeUnit.SECONDS);
            connection.runScheduledPendingTasks();
        }
        return connection.isOpen();
    }
}
