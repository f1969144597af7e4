/** Webhooks through the API. */
package org.balcao.webhook.rest;
