package org.balcao.shared.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;

/** Counts a body of no stated length while it is read line by line, and refuses it where it goes on too long. */
@Provider
class StreamLimit implements ReaderInterceptor {
    /** Of the routing context: how many bytes may come, where it is said by the path. */
    static final String KEY = "balcao.stream-limit";

    @Inject
    RoutingContext context;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        Long limit = context.get(KEY);
        if (limit != null) {
            reading.setInputStream(BoundedInputStream.builder()
                    .setInputStream(reading.getInputStream())
                    .setMaxCount(limit + 1)
                    .setOnMaxCount((most, read) -> {
                        throw new Problem(
                                ProblemType.BODY_TOO_LARGE, ProblemType.BODY_TOO_LARGE.explanation(), List.of());
                    })
                    .get());
        }
        return reading.proceed();
    }
}
