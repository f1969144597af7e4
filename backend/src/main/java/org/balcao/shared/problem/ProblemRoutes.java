package org.balcao.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The same problems for what fails before a resource is reached: an address that cannot be read, a body too large, no such path. */
@ApplicationScoped
class ProblemRoutes {
    private static final Logger LOG = Logger.getLogger(ProblemRoutes.class);
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

    /** Quarkus cuts a body that says no length off at this, with an answer that has no body: it is taken away, and we count. */
    private static final String LIMIT_READ_BY_QUARKUS = "io.quarkus.max-request-size";

    /** How long the rest of a refused body is read and thrown away, so that the refusal arrives, before the connection is closed. */
    private static final long LINGER_MILLISECONDS = 2_000;

    private final ObjectMapper json;
    private final long bodyLimit;
    private final long streamLimit;
    private final List<StreamPath> streams;

    /** A path whose body is read line by line, and how long that may be. */
    private record StreamPath(Pattern path, long limit) {
        static StreamPath of(String text, long most) {
            String[] parts = text.split("=", 2);
            return new StreamPath(
                    Pattern.compile(parts[0].replace("*", "[^/]+")),
                    parts.length == 1
                            ? most
                            : new MemorySizeConverter().convert(parts[1]).asLongValue());
        }
    }

    /**
     * @param bodyLimit for bodies that are read as a whole
     * @param streamLimit for bodies that are read line by line
     * @param streams the paths that take those, each with a limit of its own after {@code =} if it has one; a star stands for one segment
     */
    ProblemRoutes(
            ObjectMapper json,
            @ConfigProperty(name = "balcao.body-limit") MemorySize bodyLimit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize streamLimit,
            @ConfigProperty(name = "balcao.streams") Set<String> streams) {
        this.json = json;
        this.bodyLimit = bodyLimit.asLongValue();
        this.streamLimit = streamLimit.asLongValue();
        this.streams = streams.stream()
                .map(each -> StreamPath.of(each, this.streamLimit))
                .toList();
    }

    void route(@Observes Router router) {
        for (int status : new int[] {400, 404, 405, 406, 413, 414, 415, 500, 503, 507}) {
            router.errorHandler(status, context -> answer(context, status));
        }
        router.route().order(BEFORE_ALL_OTHERS).handler(this::admit).failureHandler(this::failed);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limitBodyOfNoStatedLength);
    }

    /**
     * A body of no stated length is read here as a whole where a body may not be long; where it is read line by line, {@link StreamLimit} counts
     * while it is read.
     */
    private void limitBodyOfNoStatedLength(RoutingContext context) {
        if (context.get(LIMIT_READ_BY_QUARKUS) == null
                || context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            context.next();
            return;
        }
        context.remove(LIMIT_READ_BY_QUARKUS);
        OptionalLong ofStream = streamLimit(context);
        if (ofStream.isPresent()) {
            context.put(StreamLimit.KEY, ofStream.getAsLong());
            context.addEndHandler(ended -> linger(context));
            context.next();
        } else {
            readWhole((RoutingContextInternal) context);
        }
    }

    private void readWhole(RoutingContextInternal context) {
        var body = Buffer.buffer();
        context.request()
                .handler(piece -> {
                    body.appendBuffer(piece);
                    if (body.length() > bodyLimit) {
                        answer(context, 413);
                    }
                })
                .endHandler(ended -> {
                    if (!context.response().ended()) {
                        context.setBody(body);
                        context.next();
                    }
                })
                .resume();
    }

    private OptionalLong streamLimit(RoutingContext context) {
        return streams.stream()
                .filter(each -> each.path().matcher(context.normalizedPath()).matches())
                .mapToLong(StreamPath::limit)
                .findFirst();
    }

    private void admit(RoutingContext context) {
        if (!isAddress(context.request().uri())) {
            answer(context, 400);
        } else if (length(context) > streamLimit(context).orElse(bodyLimit)) {
            context.request().handler(thrownAway -> {}).resume();
            answer(context, 413);
        } else {
            context.next();
        }
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status == 500 && context.failure() != null && !isOfTheMachine(context.failure())) {
            LOG.errorf(context.failure(), "Failure at %s", context.normalizedPath());
        }
        answer(context, status);
    }

    private static boolean isOfTheMachine(Throwable failure) {
        return DatabaseAway.explains(failure) || StorageFull.explains(failure);
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text) != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static long length(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void answer(RoutingContext context, int status) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        var type = DatabaseAway.explains(context.failure())
                ? ProblemType.DATABASE_AWAY
                : StorageFull.explains(context.failure())
                        ? ProblemType.INSUFFICIENT_STORAGE
                        : Arrays.stream(ProblemType.values())
                                .filter(each -> each.status() == status)
                                .findFirst()
                                .orElse(status < 500 ? ProblemType.INVALID_QUERY : ProblemType.INTERNAL_ERROR);
        if (type == ProblemType.DATABASE_AWAY) {
            response.putHeader("Retry-After", String.valueOf(ProblemView.RETRY_AFTER_SECONDS));
        } else if (type == ProblemType.INSUFFICIENT_STORAGE) {
            response.putHeader("Retry-After", String.valueOf(ProblemView.MENDED_SECONDS));
        }
        if (type == ProblemType.BODY_TOO_LARGE) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
            context.addEndHandler(ended -> linger(context));
        }
        response.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(written(new ProblemView(type.uri(), type.title(), type.status(), type.explanation(), List.of())));
    }

    /** A connection that is closed while something unread waits is reset, and the answer is lost on its way. */
    private static void linger(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        context.vertx().setTimer(LINGER_MILLISECONDS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.handler(thrownAway -> {}).resume();
    }

    private String written(ProblemView problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
