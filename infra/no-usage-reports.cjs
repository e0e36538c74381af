// Stands in the bundle for 240 KB of @apollo/usage-reporting-protobuf: this service reports to nobody.
module.exports = {};
