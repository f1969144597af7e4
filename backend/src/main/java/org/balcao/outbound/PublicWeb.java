package org.balcao.outbound;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.balcao.outbound.Unreachable.Reason;
import org.balcao.shared.AtMost;
import org.balcao.shared.WebAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks servers whose addresses somebody else wrote: over HTTPS, at addresses of the public internet only, in a limited time, and for no more bytes
 * than were agreed to. A name is resolved once, and what it was resolved to is what is connected to; a redirect is a new address, looked at again.
 */
@ApplicationScoped
public class PublicWeb {
    private static final String WHO = "Balcao/1.0 (open directory of services; reads what its partners publish)";
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int REDIRECTS = 3;

    private final PublicNetworks networks;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbound-deadlines").factory());

    /** @param trusted networks that may be asked although they are not public, and without HTTPS: of one's own house, say */
    public PublicWeb(@ConfigProperty(name = "balcao.outbound.trusted-networks") Optional<List<String>> trusted) {
        networks = new PublicNetworks(trusted.orElse(List.of()));
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Resolver())
                        .setMaxConnPerRoute(8)
                        .setMaxConnTotal(64)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .build())
                        .build())
                .setRedirectStrategy(new Redirects())
                // of what is packed only what unpacks in little memory
                .setContentDecoderRegistry(new LinkedHashMap<>(Map.of("gzip", GZIPInputStream::new)))
                .setUserAgent(WHO)
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** The address, if it is one at all. */
    public static URI address(String text) {
        return WebAddress.of(text).orElseThrow(() -> new Unreachable(Reason.NOT_AN_ADDRESS));
    }

    /** The address, if it is one that may be written down to be asked later: what a number or a scheme shows already is refused at once. */
    public URI toAskLater(String text) {
        URI address = address(text);
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        if (WebAddress.isThisMachine(address)) {
            throw new Unreachable(Reason.ADDRESS_NOT_PUBLIC);
        }
        if (WebAddress.isNumber(address)) {
            if (!networks.allows(address.getHost())) {
                throw new Unreachable(Reason.ADDRESS_NOT_PUBLIC);
            }
            if (!https && !networks.trusts(address.getHost())) {
                throw new Unreachable(Reason.NOT_AN_ADDRESS);
            }
        } else if (!https && !networks.trustsAny()) {
            throw new Unreachable(Reason.NOT_AN_ADDRESS);
        }
        return address;
    }

    /** Asks for something, follows up to three redirects, and lets the answer be read within the time. */
    public <T> T get(
            URI address, Map<String, String> headers, Duration within, long mostBytes, Function<Answer, T> read) {
        HttpGet request = new HttpGet(address);
        request.setConfig(config(true));
        return ask(address, request, headers, within, mostBytes, read);
    }

    /** Sends something, follows no redirect, and reads nothing of the answer. */
    public Answer post(URI address, Map<String, String> headers, byte[] body, String type, Duration within) {
        HttpPost request = new HttpPost(address);
        request.setConfig(config(false));
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
        return ask(
                address,
                request,
                headers,
                within,
                0,
                answer -> new Answer(answer.status(), answer.headers(), InputStream.nullInputStream()));
    }

    private static RequestConfig config(boolean redirects) {
        return RequestConfig.custom()
                .setRedirectsEnabled(redirects)
                .setMaxRedirects(REDIRECTS)
                .setConnectionRequestTimeout(Timeout.ofSeconds(30))
                .build();
    }

    private <T> T ask(
            URI address,
            HttpUriRequestBase request,
            Map<String, String> headers,
            Duration within,
            long mostBytes,
            Function<Answer, T> read) {
        checkScheme(address(address.toString()));
        headers.forEach(request::setHeader);
        request.setConfig(RequestConfig.copy(request.getConfig())
                .setResponseTimeout(Timeout.of(within))
                .build());
        Deadline deadline = new Deadline(within.toNanos());
        Future<?> alarm = deadlines.schedule(
                () -> {
                    request.cancel();
                },
                within.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, response -> {
                T value = read.apply(answer(response, mostBytes));
                if (mostBytes == 0) {
                    // whatever it goes on to say, the connection ends
                    request.cancel();
                }
                return value;
            });
        } catch (IOException failed) {
            throw reason(failed, deadline);
        } catch (Unreachable known) {
            throw known;
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw reason(cause, deadline);
            }
            throw failed;
        } finally {
            alarm.cancel(false);
        }
    }

    private static Answer answer(ClassicHttpResponse response, long mostBytes) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        InputStream body = entity == null || mostBytes == 0
                ? InputStream.nullInputStream()
                : new AtMost(entity.getContent(), mostBytes);
        return new Answer(response.getCode(), Map.copyOf(headers), body);
    }

    private record Deadline(long from, long nanos) {
        Deadline(long nanos) {
            this(System.nanoTime(), nanos);
        }

        boolean isOver() {
            return System.nanoTime() - from >= nanos;
        }
    }

    private static Unreachable reason(IOException failed, Deadline deadline) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof AtMost.TooLarge) {
                return new Unreachable(Reason.TOO_LARGE, failed);
            }
            if (cause instanceof NotAllowed notAllowed) {
                return new Unreachable(notAllowed.reason, failed);
            }
        }
        boolean slow = deadline.isOver() || failed instanceof InterruptedIOException;
        return new Unreachable(slow ? Reason.TOO_SLOW : Reason.NOT_REACHABLE, failed);
    }

    /** Without HTTPS only into a network that is trusted. */
    private void checkScheme(URI address) {
        if ("https".equalsIgnoreCase(address.getScheme())) {
            return;
        }
        try {
            if (Arrays.stream(InetAddress.getAllByName(address.getHost())).allMatch(networks::trusts)) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new Unreachable(Reason.NOT_REACHABLE, unknown);
        }
        throw new Unreachable(Reason.NOT_AN_ADDRESS);
    }

    /** Carries a reason through the client, which knows exceptions of input and output only. */
    static final class NotAllowed extends UnknownHostException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        NotAllowed(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }
    }

    /** What a name is resolved to is what is connected to; if one of the addresses is not public, none is. */
    private final class Resolver extends SystemDefaultDnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = super.resolve(host);
            if (!Arrays.stream(found).allMatch(networks::allows)) {
                throw new NotAllowed(Reason.ADDRESS_NOT_PUBLIC);
            }
            return found;
        }
    }

    private final class Redirects extends DefaultRedirectStrategy {
        @Override
        public URI getLocationURI(HttpRequest request, HttpResponse response, HttpContext context)
                throws HttpException {
            URI next = super.getLocationURI(request, response, context);
            try {
                checkScheme(address(next.toString()));
            } catch (Unreachable refused) {
                throw new ProtocolException(refused.code(), new NotAllowed(refused.reason()));
            }
            return next;
        }
    }
}
