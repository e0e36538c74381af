// The AWS SDK warns on Node 20 at every start that its support ends. The start message says already that Node 24 is
// recommended; this is the switch the SDK documents. In Lambda the warning stays.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
