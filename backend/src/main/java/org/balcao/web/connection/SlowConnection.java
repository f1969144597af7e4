package org.balcao.web.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets go of a connection whose request takes too long to arrive, or whose answer is not taken. A head must be whole within a time; while a body
 * comes, and while there is something of an answer to be sent, a few bytes at least must come or go within each window. It does not count
 * while the program itself asks the reader to wait. What is silent between two requests is left to the server's idle timeout.
 *
 * <p>Everything happens on the connection's own event loop.
 */
final class SlowConnection extends ChannelDuplexHandler {
    private enum Phase {
        /** The head of a request is awaited: the first one from the start, another from its first byte. */
        HEAD,
        BODY,
        /** The request is here; the program works at it, or answers. */
        ANSWER,
        /** Between two requests. */
        IDLE
    }

    private final ConnectionLimits limits;
    private final long lookNanos;

    private Phase phase = Phase.HEAD;
    private int unanswered;
    private boolean requestsSeen;
    private Future<?> looks;

    private long phaseNanos;
    private final Flow incoming = new Flow();
    private final Flow outgoing = new Flow();
    private long written;

    /** How much moved, and how long it was too little. */
    private final class Flow {
        private long sinceNanos;
        private long movedAtStart;

        private void restart(long moved) {
            sinceNanos = 0;
            movedAtStart = moved;
        }

        /** Whether a whole window brought too little. */
        private boolean isTooSlow(long moved) {
            sinceNanos += lookNanos;
            if (sinceNanos < limits.window().toNanos()) {
                return false;
            }
            boolean tooSlow = moved - movedAtStart < limits.least();
            restart(moved);
            return tooSlow;
        }
    }

    private long received;

    SlowConnection(ConnectionLimits limits) {
        this.limits = limits;
        this.lookNanos = limits.look().toNanos();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        looks = context.executor().scheduleAtFixedRate(() -> look(context), lookNanos, lookNanos, TimeUnit.NANOSECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        looks.cancel(false);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            received += bytes.readableBytes();
        }
        if (phase == Phase.IDLE) {
            enter(Phase.HEAD);
        }
        if (!requestsSeen) {
            requestsSeen = seeRequests(context);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            written += bytes.readableBytes();
        } else if (message instanceof FileRegion file) {
            written += file.count();
        }
        context.write(message, promise);
    }

    private void enter(Phase next) {
        phase = next;
        phaseNanos = 0;
        incoming.restart(received);
    }

    private void look(ChannelHandlerContext context) {
        phaseNanos += lookNanos;
        boolean tooSlow = switch (phase) {
            case HEAD -> phaseNanos >= limits.headWithin().toNanos() && !isHttp2(context);
            case BODY -> isTooSlowIn(context);
            case ANSWER, IDLE -> false;
        };
        if (tooSlow || isTooSlowOut(context)) {
            context.close();
        }
    }

    private boolean isTooSlowIn(ChannelHandlerContext context) {
        if (!context.channel().config().isAutoRead()) {
            incoming.restart(received);
            return false;
        }
        return incoming.isTooSlow(received);
    }

    private boolean isTooSlowOut(ChannelHandlerContext context) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        long pending = waiting == null ? 0 : waiting.totalPendingWriteBytes();
        long sent = written - pending;
        if (pending == 0) {
            outgoing.restart(sent);
            return false;
        }
        return outgoing.isTooSlow(sent);
    }

    /** Requests of HTTP/2 are many at once on one connection: those are left to the server's own limits. */
    private static boolean isHttp2(ChannelHandlerContext context) {
        return context.pipeline().get(Http2ConnectionHandler.class) != null;
    }

    private boolean seeRequests(ChannelHandlerContext context) {
        for (Map.Entry<String, ChannelHandler> each : context.pipeline()) {
            if (each.getValue() instanceof HttpResponseEncoder) {
                context.pipeline().addAfter(each.getKey(), "balcao-requests", new Requests());
                return true;
            }
        }
        return false;
    }

    /** Sees where requests and answers begin and end, as messages. */
    private final class Requests extends ChannelDuplexHandler {
        /** Why the head of a request cannot be read while one before it is not answered yet; nothing is read after that. */
        private Throwable unreadable;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (unreadable != null) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof HttpRequest request) {
                if (request.decoderResult().isFailure()) {
                    ReferenceCountUtil.release(message);
                    unreadable = request.decoderResult().cause();
                    if (unanswered == 0) {
                        enter(Phase.ANSWER);
                        UnreadableHead.answer(context, unreadable);
                    }
                    return;
                }
                unanswered++;
                enter(Phase.BODY);
            }
            if (message instanceof LastHttpContent && phase == Phase.BODY) {
                // a refusal may have gone out before its request was all here
                enter(unanswered == 0 ? Phase.IDLE : Phase.ANSWER);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean isInterim = message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (message instanceof LastHttpContent && !isInterim) {
                unanswered = Math.max(0, unanswered - 1);
                if (unanswered == 0 && phase == Phase.ANSWER) {
                    enter(Phase.IDLE);
                }
            }
            context.write(message, promise);
            if (message instanceof LastHttpContent && !isInterim && unanswered == 0 && unreadable != null) {
                UnreadableHead.answer(context, unreadable);
            }
        }
    }
}
