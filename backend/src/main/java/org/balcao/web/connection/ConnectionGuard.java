package org.balcao.web.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a watch on each connection to the program's HTTP servers the moment it is accepted: Vert.x offers no such place, and a connection that
 * never finishes the head of a request never gets to a route.
 */
public final class ConnectionGuard implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new GuardedTransport());
    }

    private static final class GuardedTransport extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean isDomainSocket, ServerBootstrap bootstrap) {
            super.configure(options, isDomainSocket, bootstrap);
            // the program has HTTP servers only; what they are is not told here
            bootstrap.handler(new Accepted(ConnectionLimits.of(ConfigProvider.getConfig())));
        }
    }

    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {
        private final ConnectionLimits limits;

        private Accepted(ConnectionLimits limits) {
            this.limits = limits;
        }

        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addLast(new SlowConnection(limits));
            }
            server.fireChannelRead(accepted);
        }
    }
}
