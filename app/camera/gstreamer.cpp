// SPDX-License-Identifier: Apache-2.0
// Cameras by way of GStreamer: camera ! its mode ! [jpegdec] ! videoconvert ! appsink, and the newest picture
// is taken out of the sink when it is asked for.
#include "gstreamer.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

#include <cstring>

#include "held.h"
#include "mode.h"

namespace fayi::camera {
namespace {

constexpr GstClockTime kPatience = 5 * GST_SECOND;  // until it delivers, or says why not

struct Known {
    Device device;
    Held<GstDevice> handle;
};

/// The path of a device where it has one; two without may bear the same name.
std::string idOf(GstDevice* device, std::size_t place) {
    const Held<GstStructure> properties(gst_device_get_properties(device));
    const char* path = properties ? gst_structure_get_string(properties.get(), "device.path") : nullptr;
    return path ? std::string(path) : "#" + std::to_string(place);
}

std::string nameOf(GstDevice* device) {
    gchar* name = gst_device_get_display_name(device);
    std::string out = name && g_utf8_validate(name, -1, nullptr) ? name : "";
    g_free(name);
    return out;
}

std::vector<Known> lookAround() {
    std::vector<Known> out;
    const Held<GstDeviceMonitor> monitor(gst_device_monitor_new());
    gst_device_monitor_add_filter(monitor.get(), "Video/Source", nullptr);
    if (!gst_device_monitor_start(monitor.get()))
        return out;
    GList* found = gst_device_monitor_get_devices(monitor.get());
    for (GList* one = found; one; one = one->next) {
        Held<GstDevice> device(GST_DEVICE(one->data));
        if (out.size() < Camera::kMostDevices)
            out.push_back({{idOf(device.get(), out.size()), nameOf(device.get())}, std::move(device)});
    }
    g_list_free(found);
    gst_device_monitor_stop(monitor.get());
    return out;
}

Error unplugged() {
    return {ErrorCode::NotFound, {"摄像头已拔下或已关闭", "the camera was unplugged or switched off"}};
}

Error lacking(const std::string& part) {
    return {ErrorCode::Io,
            {"系统缺少读取摄像头的组件（" + part + "），请安装 gstreamer1.0-plugins-good",
             "the system lacks a part that reads cameras (" + part + "); install gstreamer1.0-plugins-good"}};
}

/// What GStreamer says, in the words of a person; its own in brackets.
Error reasonOf(GstMessage* message) {
    GError* raised = nullptr;
    if (GST_MESSAGE_TYPE(message) != GST_MESSAGE_ERROR)
        return unplugged();
    gst_message_parse_error(message, &raised, nullptr);
    const Held<GError> error(raised);
    if (g_error_matches(raised, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_FOUND))
        return unplugged();
    const std::string said = raised && g_utf8_validate(raised->message, -1, nullptr) ? raised->message : "";
    if (g_error_matches(raised, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY))
        return {ErrorCode::Io,
                {"摄像头正被别的程序使用，请先关掉那个程序（" + said + "）",
                 "another program uses the camera; close that one first (" + said + ")"}};
    return {ErrorCode::Io,
            {"摄像头没有图像，请拔下重插，或关掉正在用它的程序（" + said + "）",
             "the camera gives no picture; unplug it and plug it in again, or close what uses it (" + said +
                 ")"}};
}

class GstCamera final : public Camera {
public:
    ~GstCamera() override { GstCamera::stop(); }

    std::vector<Device> devices() override {
        m_known = lookAround();
        std::vector<Device> out;
        for (const Known& one : m_known)
            out.push_back(one.device);
        return out;
    }

    Status start(const std::string& id) override {
        stop();
        for (const Known& one : m_known)
            if (one.device.id == id) {
                const Status begun = begin(one.handle.get());
                if (!begun.ok())
                    stop();
                return begun;
            }
        return unplugged();
    }

    Result<std::optional<Picture>> next() override {
        if (!m_pipeline)
            return unplugged();
        if (const auto why = whyEnded()) {
            stop();
            return *why;
        }
        const Held<GstSample> sample(gst_app_sink_try_pull_sample(m_sink, 0));
        return sample ? copyOf(sample.get()) : std::nullopt;
    }

    void stop() override {
        if (m_pipeline)
            gst_element_set_state(m_pipeline.get(), GST_STATE_NULL);
        m_pipeline.reset();
        m_sink = nullptr;
    }

private:
    /// Adds a part behind `last`, which belongs to the pipeline then.
    Result<GstElement*> add(GstElement* last, const char* kind) {
        GstElement* part = gst_element_factory_make(kind, nullptr);
        if (!part)
            return lacking(kind);
        gst_bin_add(GST_BIN(m_pipeline.get()), part);
        if (!gst_element_link(last, part))
            return lacking(kind);
        return part;
    }

    Status begin(GstDevice* device) {
        const Held<GstCaps> offered(gst_device_get_caps(device));
        const Mode mode = offered ? bestMode(*offered) : Mode{};
        m_pipeline.reset(gst_pipeline_new(nullptr));
        GstElement* last = gst_device_create_element(device, nullptr);
        if (!last)
            return unplugged();
        gst_bin_add(GST_BIN(m_pipeline.get()), last);
        if (mode.caps) {
            FAYI_LET(filter, add(last, "capsfilter"));
            g_object_set(filter, "caps", mode.caps.get(), nullptr);
            last = filter;
        }
        if (mode.compressed) {
            FAYI_LET(reader, add(last, "jpegdec"));
            last = reader;
        }
        FAYI_LET(converter, add(last, "videoconvert"));
        FAYI_LET(sink, add(converter, "appsink"));
        return run(sink);
    }

    Status run(GstElement* sink) {
        m_sink = GST_APP_SINK(sink);
        const Held<GstCaps> wanted(
            gst_caps_new_simple("video/x-raw", "format", G_TYPE_STRING, "RGBx", nullptr));
        gst_app_sink_set_caps(m_sink, wanted.get());
        gst_app_sink_set_max_buffers(m_sink, 1);
        gst_app_sink_set_drop(m_sink, TRUE);
        g_object_set(sink, "sync", FALSE, nullptr);
        GstElement* pipeline = m_pipeline.get();
        if (gst_element_set_state(pipeline, GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE &&
            gst_element_get_state(pipeline, nullptr, nullptr, kPatience) != GST_STATE_CHANGE_FAILURE)
            return {};
        return whyEnded().value_or(unplugged());
    }

    std::optional<Error> whyEnded() const {
        const Held<GstBus> bus(gst_element_get_bus(m_pipeline.get()));
        const auto ends = static_cast<GstMessageType>(GST_MESSAGE_ERROR | GST_MESSAGE_EOS);
        const Held<GstMessage> message(gst_bus_pop_filtered(bus.get(), ends));
        return message ? std::optional(reasonOf(message.get())) : std::nullopt;
    }

    static std::optional<Picture> copyOf(GstSample* sample) {
        GstVideoInfo info;
        GstVideoFrame frame;
        GstBuffer* buffer = gst_sample_get_buffer(sample);
        GstCaps* caps = gst_sample_get_caps(sample);
        if (!buffer || !caps || !gst_video_info_from_caps(&info, caps) ||
            !gst_video_frame_map(&frame, &info, buffer, GST_MAP_READ))
            return std::nullopt;
        Picture out;
        out.width = GST_VIDEO_FRAME_WIDTH(&frame);
        out.height = GST_VIDEO_FRAME_HEIGHT(&frame);
        out.stride = static_cast<std::size_t>(GST_VIDEO_FRAME_PLANE_STRIDE(&frame, 0));
        out.pixels.assign(static_cast<const char*>(GST_VIDEO_FRAME_PLANE_DATA(&frame, 0)),
                          out.stride * static_cast<std::size_t>(out.height));
        gst_video_frame_unmap(&frame);
        return out;
    }

    std::vector<Known> m_known;
    Held<GstElement> m_pipeline;
    GstAppSink* m_sink = nullptr;  ///< a part of the pipeline, which owns it
};

}  // namespace

std::unique_ptr<Camera> overGStreamer() {
    return gst_init_check(nullptr, nullptr, nullptr) ? std::make_unique<GstCamera>() : nullptr;
}

}  // namespace fayi::camera
